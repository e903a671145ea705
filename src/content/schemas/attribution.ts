import { z } from 'zod';
import { instant } from './instant.ts';
import type { MakeReference } from './reference.ts';
import { webUrl } from './web-url.ts';

/** How an article relates to the publication it draws on. */
export const RELATIONS = ['notes-on', 'reprint', 'translation', 'adaptation'] as const;

export type Relation = (typeof RELATIONS)[number];

/** How one article relates to a source, and to which of its publications. */
export const attributionSchema = (reference: MakeReference) =>
  z.strictObject({
    /** The file name, without `.yaml`, of one of `content/sources/`. */
    source: reference('sources'),
    /** `notes-on`: facts retold; `reprint`: the text itself; `translation`; `adaptation`: the text, changed. */
    relation: z.enum(RELATIONS),
    /** The original's title, as it stands there. */
    title: z.string().min(1),
    /** The original's address. */
    url: webUrl,
    /** When the original was published. */
    published: instant,
  });

export type Attribution = z.output<ReturnType<typeof attributionSchema>>;
