/** A picture as large as the screen allows, in the browser's own dialog. */
export function showPicture(picture: HTMLImageElement): void {
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
