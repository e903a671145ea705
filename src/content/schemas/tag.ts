import { z } from 'zod';
import { localized } from './localized.ts';
import { slug } from './slug.ts';

/** One file in `content/tags/`; the file name is the tag's slug. */
export const tag = z.strictObject({
  /** The tag as readers see it, e.g. `GlusterFS`. */
  label: localized,
  /** What it is about, in one line. */
  description: localized,
  /** Other spellings: the search finds them, and a fault suggests this tag when an article uses one by mistake. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Former file names: their pages redirect here, and their feeds continue. `npm run tags -- rename` writes them. */
  formerly: z.array(slug).default([]),
});

export type Tag = z.output<typeof tag>;
