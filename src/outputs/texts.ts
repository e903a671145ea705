import type { Article } from '../articles/articles.ts';

/** What other files need from an article's text, besides its outline. */
export abstract class Texts {
  readonly #sources: ReadonlyMap<string, string>;
  /** The HTML of loaded texts, by file. */
  protected readonly loaded = new Map<string, string>();

  /** @param articles with their MDX */
  constructor(articles: readonly { file: string; source: string }[]) {
    this.#sources = new Map(articles.map(({ file, source }) => [file, source]));
  }

  /** The MDX as written. */
  mdx({ file }: Article): string {
    return this.#sources.get(file)!;
  }

  /** The HTML of a loaded text, as its page shows it. */
  html({ file }: Article): string {
    return this.loaded.get(file)!;
  }

  /** Waits until Astro has made the HTML of some articles. */
  abstract load(articles: readonly Article[]): Promise<void>;

  /** A digest of what a text computes, which the article's own digest doesn't cover. The dev server never asks for it. */
  abstract computedDigest(article: Article): Promise<string>;
}
