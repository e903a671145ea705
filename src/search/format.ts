/**
 * The index's files. `directory` tells where terms are; in a folder named for its content, so that no cache can mix two
 * builds, shards `s/N` hold the terms from one bound to the next, and `a/N` what results show of the Nth article. All are
 * JSON or lines of text, in zlib's format (RFC 1950), whatever the web server compresses.
 */

/** Raised with every change that a page of an older build could not read. */
export const FORMAT_VERSION = 1 as number;

/** The first file that is read. */
export interface Directory {
  /** `FORMAT_VERSION` of the build that wrote it. */
  version: number;
  /** The folder with all other files. */
  folder: string;
  /** The number of commands of each article, in the articles' order. */
  commands: number[];
  /** The first term of each shard, sorted by code unit. */
  bounds: string[];
}

/** What results show of one article. */
export interface ArticleRecord {
  path: string;
  title: string;
  description: string;
  kind: string;
  year: number;
  lang: string;
  /** Slug and label. */
  tags: [string, string][];
  commands: CommandRecord[];
  sections: SectionRecord[];
}

/** What a result shows of a command. */
export interface CommandRecord {
  anchor: string;
  command: string;
  introduction: string;
  hosts: string[];
  /** `#` or `$`; empty for a script. */
  sign: string;
  programs: string[];
  destructive: boolean;
}

/** The text below one heading; the first section has no heading. */
export interface SectionRecord {
  id: string;
  title: string;
  text: string;
}

/** A document (a command or an article, by number) and a term's weight in it, 1 to 16. */
export interface Posting {
  document: number;
  weight: number;
}

/** Where a term stands. */
export interface TermPostings {
  commands: Posting[];
  articles: Posting[];
}

/** Upper-case letters A to P are the weights, in base 32 before them the distance from the document before, if not 1. */
export const FIRST_WEIGHT = 'A'.charCodeAt(0);

/** `CA8P` → `[{0, 3}, {1, 1}, {9, 16}]` (documents in rising order). */
export function decodePostings(text: string): Posting[] {
  const postings: Posting[] = [];
  let document = -1;
  let distance = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST_WEIGHT || code > FIRST_WEIGHT + 15) {
      distance = distance * 32 + (code < 58 ? code - 48 : code - 87);
      continue;
    }
    document += distance === 0 ? 1 : distance;
    distance = 0;
    postings.push({ document, weight: code - FIRST_WEIGHT + 1 });
  }
  return postings;
}
