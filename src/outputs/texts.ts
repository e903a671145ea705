import type { Article } from '../articles/articles.ts';

/** What other files need from an article's text, besides its outline. */
export interface Texts {
  /** The MDX as written. */
  mdx: (article: Article) => string;
  /** Waits until Astro has made the HTML of some articles. */
  load: (articles: readonly Article[]) => Promise<void>;
  /** The HTML of a loaded text, as its page shows it. */
  html: (article: Article) => string;
  /** A digest of what a text computes, which the article's own digest doesn't cover. The dev server never asks for it. */
  computedDigest: (article: Article) => Promise<string>;
}
