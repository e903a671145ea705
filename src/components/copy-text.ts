/**
 * Puts a text on the clipboard: by the Clipboard API, or, where the page is not served securely, the old way by a selection.
 *
 * @throws where the browser allows neither
 */
export async function writeText(text: string): Promise<void> {
  // Where the page isn't secure there is no `clipboard`, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return;
    } catch {
      // Permission refused: the old way may still be allowed.
    }
  }
  const focused = document.activeElement as HTMLElement | null;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr-only';
  // Nothing outside of an open dialog can be selected.
  (focused?.closest('dialog') ?? document.body).append(field);
  field.select();
  // Deprecated, and all that works where the page isn't secure.
  const old: { execCommand: (command: string) => boolean } = document;
  const done = old.execCommand('copy');
  field.remove();
  focused?.focus();
  if (!done) throw new Error('copying failed');
}
