import { z } from 'zod';

/** Longer names leave no room for the endings of what is made of them: a file's name has at most 255 bytes. */
const SLUG = /^(?=.{1,200}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name that stands in an address: lower-case Latin letters, digits, single hyphens, e.g. `high-availability`. */
export const slug = z.string().regex(SLUG, {
  error: 'a slug: lower-case letters, digits and single hyphens, at most 200, such as `high-availability`',
});

/** True for what may stand in an address as it is. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
