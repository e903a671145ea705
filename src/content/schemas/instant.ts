import { z } from 'zod';

const EXPECTED = 'a date such as `2010-05-28`, or a date and time with zone such as `2010-05-28T00:34:10Z`';

/**
 * A day (midnight UTC) or an instant with its zone, after ISO 8601: `2010-05-28`, `2010-05-28T00:34:10Z`,
 * `2010-05-28T03:34:10+03:00`. A day that isn't in the calendar is an error; nothing is coerced.
 */
export const instant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: EXPECTED })
  .transform((text) => new Date(text));

/** A calendar day, e.g. `2011-01-29`; stays a string, for it has no zone. */
export const day = z.iso.date({ error: 'a day such as `2011-01-29`' });
