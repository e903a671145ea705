import type { Harm } from '../../commands/block.ts';

/**
 * What results show. A record carries it as JSON in titles of its elements (`data-pagefind-title`), which Pagefind hands out
 * as they are and does not search: so one file has all that a result needs, with a command's line breaks.
 */
export type Shown = ShownArticle | ShownCommand | ShownListing;

/** Of an article, beside its title and address. */
export interface ShownArticle {
  type: 'article';
  description: string;
  kind: string;
  year: number;
  /** BCP 47. */
  lang: string;
  /** Slug and label. */
  tags: [string, string][];
}

/** Of a command. */
export interface ShownCommand {
  type: 'command';
  command: string;
  /** What it is for: the title of its block, else the sentence before it. */
  about: string;
  /** `#` or `$`; empty for a script. */
  sign: string;
  user: string;
  hosts: string[];
  programs: string[];
  /** What it can do to who runs it, the worst first; the dictionary has the words. */
  harms: Harm[];
}

/** Of a file's content. */
export interface ShownListing {
  type: 'listing';
  file: string;
  /** Whether the text is added at the end of the file. */
  append: boolean;
  about: string;
  hosts: string[];
  text: string;
  harms: Harm[];
}
