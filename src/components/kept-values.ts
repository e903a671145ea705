/** The reader's own values that the browser keeps across pages. */

/** Where values are kept across pages, if the reader asks for it. */
const KEY = 'opsnotes-values';

/** Whether this browser has values for the page. */
export function hasKeptValues(): boolean {
  try {
    return [localStorage[KEY], sessionStorage[pageKey()]].some(Boolean);
  } catch {
    return false;
  }
}

/** The values kept in this browser; none where the reader never asked for it, or storage is closed to us. */
export function keptValues(): Record<string, string> | undefined {
  return read(() => localStorage.getItem(KEY));
}

/** The values of this page in this tab, which a reload doesn't lose. */
export function keptForPage(): Record<string, string> {
  return read(() => sessionStorage.getItem(pageKey())) ?? {};
}

/** Keeps a page's values beside those of other pages, or, where there are none to keep, forgets every one of them. */
export function keepValues(values: ReadonlyMap<string, string> | undefined): void {
  write(() => {
    if (values === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ ...keptValues(), ...Object.fromEntries(values) }));
  });
}

/** Keeps a page's values for as long as its tab lives. */
export function keepForPage(values: ReadonlyMap<string, string>): void {
  write(() => {
    if (values.size === 0) sessionStorage.removeItem(pageKey());
    else sessionStorage.setItem(pageKey(), JSON.stringify(Object.fromEntries(values)));
  });
}

function pageKey(): string {
  return `${KEY} ${location.pathname}`;
}

function read(stored: () => string | null): Record<string, string> | undefined {
  try {
    const kept: unknown = JSON.parse(stored() ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return undefined;
  }
}

function write(store: () => void): void {
  try {
    store();
  } catch {
    // Storage is closed to us: the values last as long as the page.
  }
}
