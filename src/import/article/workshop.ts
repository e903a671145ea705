import type { Dialect } from '../convert/templates.ts';
import type { Entry, ListedPicture } from '../entry.ts';
import type { Surroundings } from '../links.ts';
import type { PlannedArticle } from '../plan.ts';
import type { Anchors } from './anchors.ts';
import type { ImportedFrontmatter } from './article-text.ts';
import type { Attachments } from './attachments.ts';
import type { EntryNotes } from './entry-notes.ts';

/** What the conversion of a text knows and can ask. */
export interface Workshop {
  dialect: Dialect;
  around: Surroundings;
  /** Pictures for the galleries of WordPress. */
  pictures: readonly ListedPicture[];
  /** Settings of the site that Liquid can quote. */
  values: ReadonlyMap<string, string>;
  /** Reads a file of the imported folder. */
  readFile: (path: string) => Uint8Array | undefined;
  /** Fetches a remote picture; undefined if remote pictures stay where they are. */
  fetchPicture: ((address: string) => Promise<Uint8Array | { fault: string }>) | undefined;
  /** The attribution of an article; undefined for the person's own texts. */
  attributionOf: (article: PlannedArticle) => ImportedAttribution | undefined;
}

/** What the links and pictures of one text are brought with. */
export interface Desk extends Workshop {
  entry: Entry;
  anchors: Anchors;
  attachments: Attachments;
  notes: EntryNotes;
}

/** The attribution in an article's frontmatter. */
export type ImportedAttribution = NonNullable<ImportedFrontmatter['attribution']>;
