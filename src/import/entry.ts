/** A text that is to become an article, as its source has it: a feed's item, a blog's post, one file of a manual. */
export interface Entry {
  /** What it is known by from run to run: its id, else its address, else its path. */
  key: string;
  /** Where it begins: a file (or address) as a person would name it, and a line. */
  at: Place;
  /** Plain text; undefined where the source has none. */
  title: string | undefined;
  /** Its whole address, if it has one. */
  address: string | undefined;
  /** Against what relative addresses in its text are resolved: a whole address; undefined among files. */
  base: string | undefined;
  /** Its file's path within the folder that is imported; undefined in a feed. */
  path: string | undefined;
  /** The id that its feed gives it. */
  id: string | undefined;
  /** As written in the source. */
  published: string | undefined;
  updated: string | undefined;
  tags: string[];
  language: string | undefined;
  authors: string[];
  /** What the source says it is about: plain text. */
  summary: string | undefined;
  /** A draft there is one here. */
  draft: boolean;
  /** Old paths or addresses that lead to it. */
  aliases: string[];
  /** The name that its source gives it in addresses. */
  slug: string | undefined;
  /** Files that go with it, as a podcast's sound. */
  enclosures: string[];
  /** True where the source says nothing of it at all. */
  isBlank: boolean;
  /** The licence that only this entry states, as an address or a name. */
  licence: string | undefined;
  body: Body;
}

/** A place that a person can open. */
export interface Place {
  file: string;
  line: number;
}

/** A text and the language it is written in. */
export interface Body {
  /**
   * `html`: as browsers get it; `wordpress`: HTML before WordPress makes paragraphs of blank lines; `markdown`; `mdx`;
   * `plain`: no markup at all.
   */
  form: 'html' | 'wordpress' | 'markdown' | 'mdx' | 'plain';
  text: string;
  /** The line of `at.file` on which the text begins. */
  line: number;
}

/** Whose entries they are, as far as the source says. */
export interface Publication {
  title: string | undefined;
  /** Its home page. */
  address: string | undefined;
  authors: string[];
  language: string | undefined;
  /** An address or a name. */
  licence: string | undefined;
  /** What it asks of those who use it: a line of copyright. */
  notice: string | undefined;
  /** The descriptions of tags, by their names in lower case. */
  tagDescriptions: Map<string, string>;
}

/** All that was read of one source. */
export interface Reading {
  publication: Publication;
  entries: Entry[];
}

/** An entry of which nothing is known yet. */
export function emptyEntry(key: string, at: Place): Entry {
  return {
    key,
    at,
    title: undefined,
    address: undefined,
    base: undefined,
    path: undefined,
    id: undefined,
    published: undefined,
    updated: undefined,
    tags: [],
    language: undefined,
    authors: [],
    summary: undefined,
    draft: false,
    aliases: [],
    slug: undefined,
    enclosures: [],
    isBlank: false,
    licence: undefined,
    body: { form: 'plain', text: '', line: at.line },
  };
}

/** A publication of which nothing is known yet. */
export function emptyPublication(): Publication {
  return {
    title: undefined,
    address: undefined,
    authors: [],
    language: undefined,
    licence: undefined,
    notice: undefined,
    tagDescriptions: new Map(),
  };
}
