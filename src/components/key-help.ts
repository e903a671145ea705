/** Shows the keyboard shortcuts in a dialog that Escape closes. */
export function showKeys(): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'key-help';
  dialog.ariaLabel = KEY_TEXTS.title;
  const list = document.createElement('dl');
  for (const [keys, meaning] of KEY_TEXTS.keys) {
    const term = document.createElement('dt');
    for (const key of keys.split(' ')) {
      const shown = document.createElement('kbd');
      shown.textContent = key;
      term.append(shown, ' ');
    }
    const definition = document.createElement('dd');
    definition.textContent = meaning;
    list.append(term, definition);
  }
  const close = document.createElement('button');
  close.className = 'copy';
  close.textContent = KEY_TEXTS.close;
  close.addEventListener('click', () => {
    dialog.close();
  });
  const title = document.createElement('h2');
  title.textContent = KEY_TEXTS.title;
  dialog.append(title, list, close);
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
