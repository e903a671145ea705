/** A text to be imported, as its source has it: an item of a feed, a post of a blog, a file of a manual. */
export interface Entry {
  /** Identifies it from run to run: its id, or else its address, or else its path. */
  key: string;
  /** Where it begins: a file (or address) as a person would name it, and a line. */
  at: Place;
  /** Plain text; undefined if the source has none. */
  title?: string | undefined;
  /** Its absolute address, if it has one. */
  address?: string | undefined;
  /** The absolute address for resolving relative ones in its text; undefined for files. */
  base?: string | undefined;
  /** Its file's path within the imported folder; undefined in a feed. */
  path?: string | undefined;
  /** The id that the feed gives it. */
  id?: string | undefined;
  /** As written in the source. */
  published?: string | undefined;
  updated?: string | undefined;
  tags: string[];
  language?: string | undefined;
  authors: string[];
  /** The source's summary, in plain text. */
  summary?: string | undefined;
  /** A draft in the source is a draft here. */
  draft: boolean;
  /** Old paths or addresses that lead to it. */
  aliases: string[];
  /** The name that the source uses for it in addresses. */
  slug?: string | undefined;
  /** Files that belong to it, such as a podcast's audio. */
  enclosures: string[];
  /** Whether the source says nothing about it at all. */
  isBlank: boolean;
  /** The licence, as an address or name, if only this entry has it. */
  licence?: string | undefined;
  /** Its number in a WordPress export. */
  number?: string | undefined;
  /** What readers wrote below it and its author approved, in order. */
  comments: EntryComment[];
  body: StoredBody;
}

/** A reader's comment. */
export interface EntryComment {
  /** Its number in the source; old links lead to `#comment-12`. */
  name: string;
  /** Empty if the reader gave no name. */
  author: string;
  /** As written in the source. */
  date: string | undefined;
  line: number;
  body: StoredBody;
}

/** A place that a person can open. */
export interface Place {
  file: string;
  line: number;
}

/** A text and its format. */
export interface Body {
  /**
   * `html`: as sent to browsers; `wordpress`: HTML in which WordPress hasn't yet made paragraphs of blank lines;
   * `markdown`; `mdx`; `plain`: no markup.
   */
  readonly form: 'html' | 'wordpress' | 'markdown' | 'mdx' | 'plain';
  readonly text: string;
  /** The line of `at.file` on which the text begins. */
  readonly line: number;
}

/**
 * A text outside of the JavaScript heap, as UTF-8. An import knows all entries before it writes the first article; as strings,
 * the texts of a long feed would take several times the memory of its file.
 */
export class StoredBody implements Body {
  readonly form: Body['form'];
  readonly line: number;
  #bytes: Buffer;

  constructor({ form, text, line }: Body) {
    this.form = form;
    this.line = line;
    this.#bytes = Buffer.from(text);
  }

  get text(): string {
    return this.#bytes.toString();
  }

  /** Frees the memory, once the article has the text. */
  forget(): void {
    this.#bytes = Buffer.alloc(0);
  }
}

/** What the source says about itself. */
export interface Publication {
  title?: string | undefined;
  /** Its home page. */
  address?: string | undefined;
  authors: string[];
  language?: string | undefined;
  /** An address or a name. */
  licence?: string | undefined;
  /** What it asks of people who use it: a copyright line. */
  notice?: string | undefined;
  /** Descriptions of tags, by name in lower case. */
  tagDescriptions: Map<string, string>;
  /** Settings that its texts can quote, by their name there: `site.title`, `site.author.name`. */
  values: Map<string, string>;
  /** Pictures that a WordPress export lists, for the galleries in its texts. */
  pictures: ListedPicture[];
}

/** A picture of a WordPress export. */
export interface ListedPicture {
  id: string;
  /** The number of the post that it was uploaded for. */
  post: string | undefined;
  url: string;
  /** Its alternative text, or else its title. */
  words: string;
}

/** Everything read from one source. */
export interface Reading {
  publication: Publication;
  entries: Entry[];
}

/** An entry without any information yet; only its text is missing. */
export function emptyEntry(key: string, at: Place): Omit<Entry, 'body'> {
  return {
    key,
    at,
    tags: [],
    authors: [],
    draft: false,
    aliases: [],
    enclosures: [],
    isBlank: false,
    comments: [],
  };
}

/** A publication without any information yet. */
export function emptyPublication(): Publication {
  return {
    authors: [],
    tagDescriptions: new Map(),
    values: new Map(),
    pictures: [],
  };
}
