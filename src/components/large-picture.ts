/** A picture of a text opens as large as the screen allows, in the browser's own dialog; without JavaScript it is a link to itself. */
export class LargePictures extends HTMLElement {
  connectedCallback(): void {
    for (const picture of document.querySelectorAll<HTMLImageElement>('.text img')) {
      if (picture.closest('a, button') !== null) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'enlarge';
      button.ariaLabel = `${LARGER}: ${picture.alt}`;
      picture.replaceWith(button);
      button.append(picture);
      button.addEventListener('click', () => {
        show(picture);
      });
    }
  }
}

function show(picture: HTMLImageElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'large-picture';
  dialog.ariaLabel = picture.alt;
  const large = document.createElement('img');
  large.src = picture.src;
  large.alt = picture.alt;
  const caption = document.createElement('p');
  caption.textContent = picture.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  const close = document.createElement('button');
  close.className = 'copy';
  close.textContent = CLOSE;
  dialog.append(large, caption, close);
  // Anywhere, for a picture as large as the screen leaves nothing beside it.
  dialog.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
