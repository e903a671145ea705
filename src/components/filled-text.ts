import { fillPlaceholders, placeholderNames } from '../commands/placeholders.ts';

/**
 * The reader's own values from the page's fields; empty on a page without fields. They are read from the element because each
 * script of a page is self-contained: a module shared by two scripts would be a third one to load.
 */
export function valuesOnPage(): ReadonlyMap<string, string> {
  // Until its script has loaded, the element exists but has no values.
  const panel = document.querySelector<Element & { values?: ReadonlyMap<string, string> }>(
    'placeholder-panel',
  );
  return panel?.values ?? new Map<string, string>();
}

/** Fills the reader's values into a command, and returns the names of the placeholders that are left. */
export function filled(
  source: string,
  values: ReadonlyMap<string, string>,
): { text: string; unfilled: string[] } {
  const text = fillPlaceholders(source, Object.fromEntries(values));
  return { text, unfilled: placeholderNames(text) };
}
