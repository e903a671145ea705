import { z } from 'zod';
import { attributionSchema } from './attribution.ts';
import { day, instant } from './instant.ts';
import { language } from './language.ts';
import { pattern } from './pattern.ts';
import { reference, type MakeReference } from './reference.ts';
import { sandbox } from './sandbox.ts';

/** The kinds of article; each has its own frontmatter. */
export const KINDS = ['conference', 'guide', 'benchmark', 'note'] as const;

export type Kind = (typeof KINDS)[number];

/** `current`: applies to today's systems; `historical`: kept for the record. */
export const STATUSES = ['current', 'historical'] as const;

const text = z.string().min(1);

/** A former path on this site; a page there redirects to the article. */
export const alias = z
  .string()
  .regex(/^\/(?:(?!\.{1,2}(?:\/|$))[^\s?#/]+(?:\/|$))+$/, { error: 'a path such as `/2010/05/old-title/`' })
  .refine((path) => path.split('/').every(isFileName), {
    error: 'a path with names of at most 250 bytes, like those of files',
  });

function isFileName(name: string): boolean {
  return new TextEncoder().encode(name).length <= 250;
}

/** What an article was written for. */
const product = z.strictObject({
  /** E.g. `GlusterFS`. */
  product: text,
  /** E.g. `3.0.x`; quote it (`"3.0"`), because YAML reads `3.0` as a number. */
  version: text.optional(),
  /** The system it runs on, e.g. `Fedora 13`. */
  system: text.optional(),
});

const talk = z
  .strictObject({
    /** The talk's title, if the source gives it. */
    title: text.optional(),
    /** What it was about, if no title is known. */
    topic: text.optional(),
    /** Who gave it; empty if nobody is named. */
    speakers: z.array(text).default([]),
  })
  .refine(({ title, topic }) => (title === undefined) !== (topic === undefined), {
    error: 'either `title`, as the source gives it, or `topic`',
  });

export type Talk = z.output<typeof talk>;

const placeholderName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: 'a placeholder name such as `gluster1_ip`' });

/** A value that the reader fills in: `{{name}}` in blocks and listings. */
const placeholder = z.strictObject({
  /** What it is, for the reader: `Private address of gluster1`. */
  label: text,
  /** A sample value, shown until the reader enters their own. */
  example: text,
  /** A regular expression for the whole value; by default, shell metacharacters are not allowed. */
  pattern: pattern.optional(),
});

export type Placeholder = z.output<typeof placeholder>;

const common = (reference: MakeReference) => ({
  /** The title, as the page and every list show it. */
  title: text,
  /** One sentence for lists, search results and feeds. */
  description: text.max(300),
  /** When the article was first published here. */
  published: instant,
  /** When its text was last changed. */
  updated: instant.optional(),
  /** File names in `content/tags/`, without `.yaml`. */
  tags: z
    .array(reference('tags'))
    .min(1)
    .refine((tags) => new Set(tags.map(({ id }) => id)).size === tags.length, { error: 'each tag once' }),
  /** The article's own language; default: the site's. */
  lang: language.optional(),
  /** The publication it draws on, if any. */
  attribution: attributionSchema(reference).optional(),
  /** What it was written for. */
  appliesTo: z.array(product).default([]),
  /** Whether it applies to today's systems. */
  status: z.enum(STATUSES).default('current'),
  /** The slug of the article to read instead. */
  supersededBy: reference('articles').optional(),
  /** A draft is checked, but not built. */
  draft: z.boolean().default(false),
  /**
   * A URI that identifies the article in the feeds forever, e.g. an imported article's `guid`, so that subscribers don't get it
   * again. Default: a `tag:` URI from the day of publication and the first slug.
   */
  id: z
    .string()
    .regex(/^[a-z][a-z0-9+.-]*:[!-~]+$/i, { error: 'a URI such as `urn:uuid:…` or `https://…`' })
    .optional(),
  /** The name of the series it belongs to, the same in every part; parts are in order of publication. */
  series: text.optional(),
  /** Old paths that redirect here. */
  aliases: z.array(alias).default([]),
  /** The names of the machines that the commands are for; with `.sh` added, each is also a file name. */
  hosts: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, { error: 'a host name' }),
    )
    .default([]),
  /** The values that the reader fills in, by name. */
  placeholders: z.record(placeholderName, placeholder).default({}),
  /** How `npm run verify` sets up its hosts; without it, the commands can't be verified. */
  sandbox: sandbox.optional(),
});

/**
 * The frontmatter of an MDX file in `content/articles/`.
 *
 * @param reference makes a reference to a tag, source or article from its name; Astro's collections pass their own
 */
export const articleSchema = (reference: MakeReference) =>
  z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('conference'),
        ...common(reference),
        /** The conference itself. */
        event: z.strictObject({
          /** E.g. `FUDCon 2011`. */
          name: text,
          /** Town and building, as far as known. */
          place: text.optional(),
          /** The days that the article covers, if known. */
          days: z.array(day).default([]),
        }),
        /** The talks in order. */
        talks: z.array(talk).min(1),
      }),
      z.strictObject({ kind: z.literal('guide'), ...common(reference) }),
      z.strictObject({
        kind: z.literal('benchmark'),
        ...common(reference),
        /** Machines, versions and network, one per line. */
        testbed: z.array(text).min(1),
        /** What was done, one step per line. */
        method: z.array(text).min(1),
        /** The data file next to the article, e.g. `reread.csv`. */
        data: text.optional(),
      }),
      z.strictObject({ kind: z.literal('note'), ...common(reference) }),
    ])
    .transform(({ published, updated, ...data }) => ({
      ...data,
      published: published.time,
      ...(updated !== undefined && { updated: updated.time }),
      /** The dates as the author wrote them. */
      written: { published: published.written, updated: updated?.written },
    }));

export const article = articleSchema(reference);

export type ArticleData = z.output<typeof article>;
