import { z } from 'zod';
import { instant } from './instant.ts';

/** A reader's comment: one file of `content/comments/<article slug>/`. */
export const comment = z
  .strictObject({
    /** The name they gave. */
    author: z.string().min(1).max(100),
    /** When they wrote it, with the time zone. */
    date: instant,
    /** What they wrote: Markdown without HTML. */
    body: z.string().min(1),
  })
  .transform(({ date, ...data }) => ({ ...data, date: date.time, written: date.written }));

export type Comment = z.output<typeof comment>;
