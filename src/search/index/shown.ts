import type { Harm } from '../../commands/block.ts';

/**
 * What results show. A record carries it as JSON in the titles of its elements (`data-pagefind-title`), which
 * Pagefind returns unchanged and doesn't search. So one file has everything a result needs, including a command's
 * line breaks.
 */
export type Shown = ShownArticle | ShownCommand | ShownListing;

/** The text of a command or listing itself. */
export function ownText(shown: ShownCommand | ShownListing): string {
  return shown.type === 'command' ? shown.command : `${shown.file} ${shown.text}`;
}

/** Shown of an article, beside its title and address. */
export interface ShownArticle {
  type: 'article';
  description: string;
  kind: string;
  year: number;
  /** A BCP 47 tag. */
  lang: string;
  /** Slug and label. */
  tags: [string, string][];
}

/** Shown of a command. */
export interface ShownCommand {
  type: 'command';
  command: string;
  /** What it is for: the title of its block, or else the sentence before it. */
  about: string;
  /** `#` or `$`; empty for a script. */
  sign: string;
  user: string;
  hosts: string[];
  programs: string[];
  /** The harm it can do, worst first; the dictionary has the words. */
  harms: Harm[];
}

/** Shown of a file's content. */
export interface ShownListing {
  type: 'listing';
  file: string;
  /** Whether the text is appended to the file. */
  append: boolean;
  about: string;
  hosts: string[];
  text: string;
  harms: Harm[];
}
