/** The part of Pagefind's client that we use; the same in a browser and in Node. */
export interface PagefindClient {
  search: (
    term: string,
    options?: { filters?: Readonly<Record<string, string>> },
  ) => Promise<{ results: PagefindResult[] }>;
}

/** A page that has all the words, and how to load the rest of it. */
export interface PagefindResult {
  id: string;
  score: number;
  /** Positions of the query's words in the page, counted in words. */
  words: number[];
  data: () => Promise<Fragment>;
}

/** What Pagefind stores for a page. */
export interface Fragment {
  /** The URL that was given to Pagefind. */
  raw_url?: string;
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; title?: string; location: number }[];
}

/** An open index. */
export interface OpenIndex {
  client: PagefindClient;
  /** Very frequent words, which are expensive to load, with their rank, most used first. */
  common: ReadonlyMap<string, number>;
  /** The names that typos are corrected to, most used first. */
  names: () => Promise<readonly string[]>;
}

/**
 * An index whose two lists of words are read as they are needed.
 *
 * @param lines reads the lines of a file of ours
 */
export async function openIndex(
  client: PagefindClient | Promise<PagefindClient>,
  lines: (name: string) => Promise<string[]>,
): Promise<OpenIndex> {
  const [opened, common] = await Promise.all([client, lines(COMMON)]);
  let names: Promise<string[]> | undefined;
  return {
    client: opened,
    common: new Map(common.map((word, at) => [word, at])),
    names: () => (names ??= lines(NAMES)),
  };
}

/** Stands in for Pagefind on a site without articles, where there is no index. */
export const NOTHING: PagefindClient = { search: async () => Promise.resolve({ results: [] }) };

/** Pagefind's client module. */
export interface PagefindModule {
  createInstance: (options: object) => PagefindClient & { init: () => Promise<void> };
}

/** The file in which Pagefind lists the languages of an index. */
export const ENTRY = 'pagefind-entry.json';

/** The content of that file. */
export interface Entry {
  version: string;
  /** Empty if there are no articles. */
  languages: Record<string, Language>;
}

/** File names for a language. */
export interface Language {
  /** Changes with every build of other articles. */
  hash: string;
  wasm: string | null;
}

/** The files with the names and the common words, next to Pagefind's. */
export const NAMES = 'names.txt';
export const COMMON = 'common.txt';

/**
 * The text of one of them. It begins with its length: unlike Pagefind's files, it isn't compressed, so nothing else
 * would show that half of it is missing, or that a server has sent its own page in its place.
 */
export function fileOf(lines: readonly string[]): string {
  const text = lines.join('\n');
  return `${text.length}\n${text}`;
}

/**
 * Reads the lines of one of them.
 *
 * @throws if it isn't such a file, or not all of it
 */
export function linesOf(file: string): string[] {
  const end = file.indexOf('\n');
  const text = file.slice(end + 1);
  if (file.slice(0, Math.max(0, end)) !== String(text.length))
    throw new Error('Unexpected length of a list of words, expected the one in its first line.');
  return text === '' ? [] : text.split('\n');
}

/**
 * The file with the digest of the indexed articles. The dev server uses it to tell whether the index is out of date.
 */
export const DIGEST = 'digest.txt';

/** The header in which the dev server says that the index is older than the articles. */
export const OLD_INDEX = 'x-opsnotes-old-index';

/** How Pagefind ranks: a program's name counts most, and a long page isn't worth less for its length. */
export const RANKING = {
  termFrequency: 1,
  pageLength: 0,
  metaWeights: { title: 1, program: 5, facts: 0.5, also: 0.5 },
};
