import { z } from 'zod';

/** The collections that an article's frontmatter can refer to. */
type Referenced = 'tags' | 'sources' | 'articles';

/** A reference to an entry of another collection, as made by Astro's `reference()`. */
export interface Reference {
  collection: string;
  id: string;
}

/** Astro's `reference()`, or ours; both turn a name into `{ collection, id }`. */
export type MakeReference = (collection: Referenced) => z.ZodType<Reference>;

/**
 * `glusterfs` → `{ collection: 'tags', id: 'glusterfs' }`, like Astro's `reference('tags')`. Astro's is in a virtual module,
 * which isn't available to the checks on the command line. The checks find references to entries that don't exist.
 */
export const reference: MakeReference = (collection) =>
  z
    .string()
    .min(1)
    .transform((id) => ({ collection, id }));
