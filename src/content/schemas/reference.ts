import { z } from 'zod';

/** The collections that an article's frontmatter can point to. */
type Referenced = 'tags' | 'sources' | 'articles';

/** An entry of another collection, by its id: what Astro's `reference()` makes of a name. */
export interface Reference {
  collection: string;
  id: string;
}

/** Astro's `reference()`, or ours; both make `{ collection, id }` of a name. */
export type MakeReference = (collection: Referenced) => z.ZodType<Reference>;

/**
 * `glusterfs` → `{ collection: 'tags', id: 'glusterfs' }`, as Astro's `reference('tags')` does. Astro's own is a virtual
 * module, which the checks on the command line cannot have. Whether there is such an entry is for the checks to say.
 */
export const reference: MakeReference = (collection) =>
  z
    .string()
    .min(1)
    .transform((id) => ({ collection, id }));
