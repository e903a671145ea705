import { fillPlaceholders, placeholderNames } from '../commands/placeholders.ts';
import type { PlaceholderPanel } from './placeholder-panel.ts';

/**
 * The reader's own values, as the fields of the page hold them; none on a page without fields. They are asked of the element,
 * because each script of a page is whole in itself: what two of them share would be a third to load.
 */
export function valuesOnPage(): ReadonlyMap<string, string> {
  // Until its script has run, the element is there without its values.
  const panel = document.querySelector<Element & Partial<Pick<PlaceholderPanel, 'values'>>>(
    'placeholder-panel',
  );
  return panel?.values ?? new Map<string, string>();
}

/** A command with the reader's values in it, and the names of the placeholders that are left. */
export function filled(
  source: string,
  values: ReadonlyMap<string, string>,
): { text: string; unfilled: string[] } {
  const text = fillPlaceholders(source, Object.fromEntries(values));
  return { text, unfilled: placeholderNames(text) };
}

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
