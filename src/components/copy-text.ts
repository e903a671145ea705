/**
 * Copies a text to the clipboard with the Clipboard API, or with a selection and `execCommand` on a page that isn't served
 * securely.
 *
 * @throws if the browser allows neither
 */
export async function writeText(text: string): Promise<void> {
  // On an insecure page `clipboard` doesn't exist, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return;
    } catch {
      // Permission was denied; the old way may still be allowed.
    }
  }
  const focused = document.activeElement as HTMLElement | null;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr-only';
  // While a dialog is open, nothing outside it can be selected.
  (focused?.closest('dialog') ?? document.body).append(field);
  field.select();
  // Deprecated, but the only way that works on an insecure page.
  const old: { execCommand: (command: string) => boolean } = document;
  const done = old.execCommand('copy');
  field.remove();
  focused?.focus();
  if (!done) throw new Error('copying failed');
}
