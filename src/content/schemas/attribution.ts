import { z } from 'zod';
import { instant } from './instant.ts';
import type { MakeReference } from './reference.ts';
import { webUrl } from './web-url.ts';

/** How an article can relate to the publication it draws on. */
export const RELATIONS = ['notes-on', 'reprint', 'translation', 'adaptation'] as const;

export type Relation = (typeof RELATIONS)[number];

/** How an article relates to a source, and which of its publications it draws on. */
export const attributionSchema = (reference: MakeReference) =>
  z
    .strictObject({
      /** A file name in `content/sources/`, without `.yaml`. */
      source: reference('sources'),
      /** `notes-on`: facts retold; `reprint`: the same text; `translation`; `adaptation`: the text, changed. */
      relation: z.enum(RELATIONS),
      /** The original's title, exactly as published. */
      title: z.string().min(1),
      /** The original's address. */
      url: webUrl,
      /** When the original was published. */
      published: instant,
    })
    .transform(({ published, ...data }) => ({
      ...data,
      published: published.time,
      written: published.written,
    }));

export type Attribution = z.output<ReturnType<typeof attributionSchema>>;
