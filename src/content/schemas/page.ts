import { z } from 'zod';
import { language } from './language.ts';

/** A page of the site's own, such as About: one file in `content/pages/`. */
export const page = z.strictObject({
  title: z.string().min(1),
  /** One sentence for search engines and previews. */
  description: z.string().min(1).max(300),
  /** The page's own language; default: the site's. */
  lang: language.optional(),
});

export type Page = z.output<typeof page>;
