import { z } from 'zod';
import { LOCALES } from './localized.ts';
import { webUrl } from './web-url.ts';

/** Text that isn't blank. */
const visible = z.string().regex(/\S/, { error: 'a text that can be seen' });

const email = z.email({ error: 'an e-mail address' });

/** How readers send comments; no way needs a server. */
const comments = z.discriminatedUnion('via', [
  z.strictObject({ via: z.literal('none') }),
  /** A prepared e-mail. */
  z.strictObject({ via: z.literal('email'), address: email }),
  /** A new file in the repository; `newFileUrl` is the Git host's page for it, e.g. `https://github.com/o/r/new/main`. */
  z.strictObject({ via: z.literal('repository'), newFileUrl: webUrl }),
]);

/** The settings of a site: `src/site.ts`, and what a content folder's own `site.yaml` overrides. */
export const site = z.strictObject({
  /** The site's name. */
  title: visible,
  /** A sentence about what the site offers. */
  description: visible.max(300),
  /** Where it is served, including the path of a subfolder: `https://example.org/notes/`. */
  url: webUrl
    .refine((url) => !/[?#]/.test(url), { error: 'an address without `?` and `#`' })
    .refine((url) => !/[^/:]\/[^/]*\.(?:html?|php|aspx?)\/?$/i.test(url), {
      error: 'the folder of the site, not a page',
    }),
  /**
   * The part of the feeds' ids that never changes, even if the address does (RFC 4151): a domain of yours and a year in which it
   * was yours, e.g. `example.org,2026`. If you change it, all subscribers get every article again.
   */
  idAuthority: z.string().regex(/^[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?$/, {
    error: 'a domain and a year such as `example.org,2026`',
  }),
  /** The interface's language. */
  locale: z.enum(LOCALES),
  /** Who runs the site. */
  author: z.strictObject({ name: visible, email: email.optional(), url: webUrl.optional() }),
  /** The licence of the site's own texts. */
  licence: z.strictObject({ name: visible, url: webUrl }),
  /** The site's source repository. */
  repository: webUrl.optional(),
  /**
   * Where files of the content folder can be edited, for "edit this page"; the file's path is appended: e.g.
   * `https://github.com/o/r/edit/main/content/`.
   */
  editUrl: webUrl.optional(),
  /** How readers send comments. */
  comments,
  /** Example queries, shown on the home page. */
  exampleQueries: z.array(visible).max(5),
  /** Whether each article gets a picture with its title for social networks. */
  cards: z.boolean(),
  /** How many items to show. */
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

/** The type of `src/site.ts`. */
export type SiteInput = z.input<typeof site>;
