import { z } from 'zod';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name used in addresses: lower-case Latin letters, digits, single hyphens, e.g. `high-availability`. */
export const slug = z.string().regex(SLUG, {
  error: 'a slug: lower-case letters, digits and single hyphens, such as `high-availability`',
});

/** Whether a text can be used in an address as it is. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
