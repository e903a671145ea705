import { z } from 'zod';
import { LOCALES } from './localized.ts';
import { webUrl } from './web-url.ts';

/** A text that can be seen. */
const visible = z.string().regex(/\S/, { error: 'a text that can be seen' });

const email = z.email({ error: 'an e-mail address' });

/** How a reader sends a comment; none of the ways needs a server. */
const comments = z.discriminatedUnion('via', [
  z.strictObject({ via: z.literal('none') }),
  /** A prepared e-mail. */
  z.strictObject({ via: z.literal('email'), address: email }),
  /** A new file in the repository; `newFileUrl` is the forge's page for it, e.g. `https://github.com/o/r/new/main`. */
  z.strictObject({ via: z.literal('repository'), newFileUrl: webUrl }),
]);

/** What one site is: `src/site.ts`, and what a content folder's own `site.yaml` changes of it. */
export const site = z.strictObject({
  /** The site's name. */
  title: visible,
  /** One sentence: what is here. */
  description: visible.max(300),
  /** Where it is served, with the path below which it lies, if any: `https://example.org/notes/`. */
  url: webUrl
    .refine((url) => !/[?#]/.test(url), { error: 'an address without `?` and `#`' })
    .refine((url) => !/[^/:]\/[^/]*\.(?:html?|php|aspx?)\/?$/i.test(url), {
      error: 'the folder that the site lies in, not a page',
    }),
  /**
   * The part of the feeds' ids that never changes, not even when the address does (RFC 4151): a domain of yours and a year
   * in which it was, e.g. `example.org,2026`. With another one all subscribers get everything again.
   */
  idAuthority: z.string().regex(/^[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?$/, {
    error: 'a domain and a year such as `example.org,2026`',
  }),
  /** The interface's language. */
  locale: z.enum(LOCALES),
  /** Who keeps it. */
  author: z.strictObject({ name: visible, email: email.optional(), url: webUrl.optional() }),
  /** The licence of the site's own texts. */
  licence: z.strictObject({ name: visible, url: webUrl }),
  /** Where its source is. */
  repository: webUrl.optional(),
  /**
   * Where a file of the content folder can be edited, the file's path being added to it, for "edit this page": e.g.
   * `https://github.com/o/r/edit/main/content/`.
   */
  editUrl: webUrl.optional(),
  /** How a reader sends a comment. */
  comments,
  /** Example queries, shown on the home page. */
  exampleQueries: z.array(visible).max(5),
  /** Whether each article gets a picture with its title, for those who share it. */
  cards: z.boolean(),
  /** How many of a thing are shown. */
  limits: z.strictObject({
    /** Newest articles on the home page. */
    home: z.int().positive(),
    /** Items in a feed. */
    feed: z.int().positive(),
    /** Related articles below an article. */
    related: z.int().positive(),
  }),
});

export type Site = z.output<typeof site>;

/** What `src/site.ts` holds. */
export type SiteInput = z.input<typeof site>;
