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
