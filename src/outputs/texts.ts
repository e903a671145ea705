import type { Article } from '../articles/articles.ts';

/** What the other files take of an article's text, beside its outline. */
export interface Texts {
  /** The MDX as written. */
  mdx: (article: Article) => string;
  /** Waits until Astro has made the HTML of some articles. */
  load: (articles: readonly Article[]) => Promise<void>;
  /** The HTML of a text that has been loaded, as its page shows it. */
  html: (article: Article) => string;
  /** Of what a text computes, which no digest of the article covers; in the dev server nobody asks for it. */
  computedDigest: (article: Article) => Promise<string>;
}
