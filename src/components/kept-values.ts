/** The reader's own values, kept in the browser across pages. */

/** Storage key for values kept across pages, if the reader asks for that. */
const KEY = 'opsnotes-values';

/** Whether this browser has stored values for the page. */
export function hasKeptValues(): boolean {
  try {
    return [localStorage[KEY], sessionStorage[pageKey()]].some(Boolean);
  } catch {
    return false;
  }
}

/** The values stored in this browser; undefined if the reader never asked for that, or storage isn't available. */
export function keptValues(): Record<string, string> | undefined {
  return read(() => localStorage.getItem(KEY));
}

/** This page's values in this tab, which survive a reload. */
export function keptForPage(): Record<string, string> {
  return read(() => sessionStorage.getItem(pageKey())) ?? {};
}

/**
 * Stores a page's values along with those of other pages; called without values, it deletes everything stored.
 *
 * @param names all names of the page: one without a value is deleted
 */
export function keepValues(
  values: ReadonlyMap<string, string> | undefined,
  names: readonly string[] = [],
): void {
  write(() => {
    if (values === undefined) localStorage.removeItem(KEY);
    else {
      const kept = Object.entries(keptValues() ?? {}).filter(([name]) => !names.includes(name));
      localStorage.setItem(
        KEY,
        JSON.stringify({ ...Object.fromEntries(kept), ...Object.fromEntries(values) }),
      );
    }
  });
}

/** Keeps a page's values until its tab is closed. */
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
    // Storage isn't available: the values last as long as the page is open.
  }
}
