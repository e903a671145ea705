/** The reader's own values, for as long as the page lives. The panel writes them, the copy buttons read them. */
export const values = new Map<string, string>();

/** Where values are kept across pages, if the reader asks for it. */
const KEY = 'opsnotes-values';

/** What no shell and no command reads as anything but itself; a leading hyphen would make an option of it. */
const PLAIN_VALUE = '[\\p{L}\\p{N}_./:@%+,=][\\p{L}\\p{N}_./:@%+,=-]*';

/** Whether a value has the form that the article asks for; without one, no character that a shell would act on. */
export function isAllowed(value: string, pattern: string = PLAIN_VALUE): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(value) && !/\p{Cc}/u.test(value);
}

/** Whether a shell would act on a value where it isn't quoted. */
export function isRisky(value: string): boolean {
  return !isAllowed(value);
}

/** The values kept in this browser; none where the reader never asked for it, or storage is closed to us. */
export function keptValues(): Record<string, string> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return undefined;
  }
}

/** Keeps the page's values beside those of other pages, or forgets every one of them. */
export function keepValues(keep: boolean): void {
  try {
    if (keep) localStorage.setItem(KEY, JSON.stringify({ ...keptValues(), ...Object.fromEntries(values) }));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed to us: the values last as long as the page.
  }
}
