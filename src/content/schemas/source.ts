import { z } from 'zod';
import { webUrl } from './web-url.ts';

/** Somebody else's publication that articles draw on: one file of `content/sources/`. */
export const source = z.strictObject({
  /** The publication's name. */
  name: z.string().min(1),
  /** Who writes it. */
  author: z.string().min(1),
  /** Where it is today. */
  url: webUrl,
  /** Where it was when the articles were written, if elsewhere. */
  formerUrl: webUrl.optional(),
  /** The licence that it states. */
  licence: z.strictObject({ name: z.string().min(1), url: webUrl.optional() }).optional(),
  /** What it asks of those who use it. */
  notice: z.string().min(1).optional(),
  /** What a reader should know about it. */
  note: z.string().min(1).optional(),
});

export type Source = z.output<typeof source>;
