import { z } from 'zod';

const EXPECTED = 'a date such as `2010-05-28`, or a date and time with zone such as `2010-05-28T00:34:10Z`';

/**
 * A point in time, and how it was written: readers see the day in the author's own time zone. The data of an entry has the first
 * as a `Date`, which Astro's users expect, and the other as `written`.
 */
interface WrittenTime {
  time: Date;
  /** E.g. `2010-05-28` or `2010-05-28T03:34:10+03:00`. */
  written: string;
}

/** The day as written: `2026-01-01T00:30:00+03:00` → `2026-01-01`, whatever the day in UTC. */
export function dayOf(written: string): string {
  return written.slice(0, 10);
}

/**
 * A day (midnight UTC) or an instant with a time zone, in ISO 8601: `2010-05-28`, `2010-05-28T00:34:10Z`,
 * `2010-05-28T03:34:10+03:00`. A day that isn't in the calendar is an error; nothing is coerced.
 */
export const instant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: EXPECTED })
  .transform((written): WrittenTime => ({ time: new Date(written), written }));

/** A calendar day, e.g. `2011-01-29`; it stays a string because it has no time zone. */
export const day = z.iso.date({ error: 'a day such as `2011-01-29`' });
