import { z } from 'zod';
import { webUrl } from './web-url.ts';

/** Somebody else's publication that articles draw on: one file in `content/sources/`. */
export const source = z.strictObject({
  /** The publication's name. */
  name: z.string().min(1),
  /** Who writes it. */
  author: z.string().min(1),
  /** Where it is today. */
  url: webUrl,
  /** Where it was when the articles were written, if that has changed. */
  formerUrl: webUrl.optional(),
  /** The licence it states. */
  licence: z.strictObject({ name: z.string().min(1), url: webUrl.optional() }).optional(),
  /** What it asks of those who reuse it. */
  notice: z.string().min(1).optional(),
  /** What readers should know about it. */
  note: z.string().min(1).optional(),
});

export type Source = z.output<typeof source>;
