import { z } from 'zod';

const EXPECTED = 'a date such as `2010-05-28`, or a date and time with zone such as `2010-05-28T00:34:10Z`';

/** When something was, as a time and as it was written: the day that readers see is the one in its own zone. */
export interface WrittenTime {
  time: Date;
  /** E.g. `2010-05-28` or `2010-05-28T03:34:10+03:00`. */
  written: string;
}

/** The day that was written: `2026-01-01T00:30:00+03:00` → `2026-01-01`, whatever day it was in Greenwich. */
export function dayOf({ written }: WrittenTime): string {
  return written.slice(0, 10);
}

/**
 * A day (midnight UTC) or an instant with its zone, after ISO 8601: `2010-05-28`, `2010-05-28T00:34:10Z`,
 * `2010-05-28T03:34:10+03:00`. A day that isn't in the calendar is an error; nothing is coerced.
 */
export const instant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: EXPECTED })
  .transform((written): WrittenTime => ({ time: new Date(written), written }));

/** A calendar day, e.g. `2011-01-29`; stays a string, for it has no zone. */
export const day = z.iso.date({ error: 'a day such as `2011-01-29`' });
