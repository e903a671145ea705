import { z } from 'zod';

/** At most 200 characters, because file names are limited to 255 bytes and are made of the name and an ending. */
const SLUG = /^(?=.{1,200}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name used in addresses: lower-case Latin letters, digits, single hyphens, e.g. `high-availability`. */
export const slug = z.string().regex(SLUG, {
  error: 'a slug: lower-case letters, digits and single hyphens, at most 200, such as `high-availability`',
});

/** Whether a text can be used in an address as it is. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
