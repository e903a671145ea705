import { z } from 'zod';
import { localized } from './localized.ts';
import { slug } from './slug.ts';

/** One file of `content/tags/`; its name is the tag's slug. */
export const tag = z.strictObject({
  /** The tag as readers see it, e.g. `GlusterFS`. */
  label: localized,
  /** What it is about, in a line. */
  description: localized,
  /** Other spellings, found by the search and named when an article uses one by mistake. */
  aliases: z.array(z.string().min(1)).default([]),
  /** File names that it had: their pages lead here, and their feeds go on. `npm run tags -- rename` writes them. */
  formerly: z.array(slug).default([]),
});

export type Tag = z.output<typeof tag>;
