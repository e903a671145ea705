import { element } from './element.ts';

/**
 * Shows a native dialog, which Escape or its button closes.
 *
 * @param draw makes its content, given the button
 */
export function showDialog(
  className: string,
  label: string,
  draw: (close: HTMLButtonElement) => readonly Node[],
): HTMLDialogElement {
  const close = element('button', { class: 'copy' }, CLOSE);
  const dialog = element('dialog', { class: className, 'aria-label': label }, ...draw(close));
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
