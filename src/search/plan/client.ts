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
  /** What slips are put right by, most used first. */
  names: () => Promise<readonly string[]>;
}

/** Pagefind's client as a module. */
export interface PagefindModule {
  createInstance: (options: object) => PagefindClient & { init: () => Promise<void> };
}

/** The file with the names, beside Pagefind's. */
export const NAMES = 'names.txt';

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
