/** What the plan asks of Pagefind's client; the same in a browser and in Node. */
export interface PagefindClient {
  search: (
    term: string,
    options?: { filters?: Readonly<Record<string, string>> },
  ) => Promise<{ results: PagefindResult[] }>;
}

/** A page that has all words, and what says the rest of it. */
export interface PagefindResult {
  id: string;
  score: number;
  /** Where in the page words of the query stand, counted in words. */
  words: number[];
  data: () => Promise<Fragment>;
}

/** What Pagefind keeps of a page. */
export interface Fragment {
  /** As it was given to Pagefind. */
  raw_url?: string;
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; title?: string; location: number }[];
}

/** An index that is open. */
export interface OpenIndex {
  client: PagefindClient;
  /** Words that stand in very many places, which makes them dear to load, and the place of each among them, most used first. */
  common: ReadonlyMap<string, number>;
  /** What slips are put right by, most used first. */
  names: () => Promise<readonly string[]>;
}

/** Asked where there is nothing to ask: on a site without an article. */
export const NOTHING: PagefindClient = { search: async () => Promise.resolve({ results: [] }) };

/** Pagefind's client as a module. */
export interface PagefindModule {
  createInstance: (options: object) => PagefindClient & { init: () => Promise<void> };
}

/** Pagefind's file that says what there is. */
export const ENTRY = 'pagefind-entry.json';

/** What it says. */
export interface Entry {
  version: string;
  /** None where there is no article. */
  languages: Record<string, Language>;
}

/** Names of the files of a language. */
export interface Language {
  /** Another one after each build of other articles. */
  hash: string;
  wasm: string | null;
}

/** The files with the names and the common words, beside Pagefind's. */
export const NAMES = 'names.txt';
export const COMMON = 'common.txt';

/** What stands in them. */
export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** Words → the place of each. */
export function places(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word, at) => [word, at]));
}

/** The file with the digest of what was indexed, by which the dev server tells whether the index is old. */
export const DIGEST = 'digest.txt';

/** The header by which the dev server says that the index is older than the articles. */
export const OLD_INDEX = 'x-opsnotes-old-index';

/** How Pagefind weighs: a program's name most; a long page is not worth less for being long. */
export const RANKING = {
  termFrequency: 1,
  pageLength: 0,
  metaWeights: { title: 1, program: 5, also: 0.5 },
};
