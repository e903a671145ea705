import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';

const options = {
  customReplacements: [
    ['++', ' plus plus'],
    ['#', ' sharp'],
    ['.', '-'],
  ] as [string, string][],
  decamelize: false,
};

/** Longer ones are cut at a word. */
const LONGEST = 70;

/**
 * Turns any text into a name for an address, in Latin letters; undefined if nothing of it can be written like that.
 */
export function slugOfText(text: string): string | undefined {
  const slug = slugify(text.normalize('NFKC'), options)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= LONGEST) return slug === '' ? undefined : slug;
  const cut = slug.slice(0, LONGEST + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 20 ? cut.lastIndexOf('-') : LONGEST);
}

/** A name for something that has no usable one: always the same for the same key. */
export function slugOfKey(prefix: string, key: string): string {
  return `${prefix}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}

/** A free name: `title`, or else `title-2`, … */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const slug = `${wanted}-${number}`;
    if (!isTaken(slug)) return slug;
  }
}
