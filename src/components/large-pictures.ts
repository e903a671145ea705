/** A picture is sharp at one screen pixel for each of its own; enlarged up to this factor, it is still good enough. */
const MOST_ENLARGED = 3;

/** Opens a picture of a text as large as the screen allows, in a native dialog. */
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
        showPicture(picture);
      });
    }
  }
}

/**
 * Shows a picture as large as the screen allows, in a native dialog; on a narrow screen it is larger than that, and can be
 * panned.
 */
function showPicture(picture: HTMLImageElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'large-picture';
  dialog.ariaLabel = picture.alt;
  const large = document.createElement('img');
  large.src = picture.src;
  large.alt = picture.alt;
  const ownWidth = Number(picture.getAttribute('width') ?? picture.naturalWidth);
  if (ownWidth > 0) large.style.maxWidth = `${ownWidth * MOST_ENLARGED}px`;
  const close = document.createElement('button');
  close.className = 'copy';
  close.textContent = CLOSE;
  dialog.append(close, large);
  const said = picture.closest('figure')?.querySelector('figcaption')?.textContent;
  if (said !== undefined) {
    const caption = document.createElement('p');
    caption.textContent = said;
    dialog.append(caption);
  }
  // A click anywhere closes it, because a picture as large as the screen leaves no room beside it.
  dialog.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
