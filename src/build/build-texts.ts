import type { Article } from '../articles/articles.ts';
import { digestOf } from '../content/digest.ts';
import { Texts } from '../outputs/texts.ts';

/**
 * What the thread that runs Astro reports about texts, as HTML by file: first those that are ready; once all pages are rendered,
 * those that are computed.
 */
export type TextsMessage = { ready: Map<string, string> } | { computed: Map<string, string> };

/** The texts of a build: ready ones come from the loader, computed ones from the pages that Astro has rendered. */
export class BuildTexts extends Texts {
  readonly #ready = Promise.withResolvers<undefined>();
  readonly #pages = Promise.withResolvers<undefined>();

  receive(message: TextsMessage): void {
    const [texts, wanted] =
      'ready' in message ? [message.ready, this.#ready] : [message.computed, this.#pages];
    for (const [file, html] of texts) this.loaded.set(file, html);
    wanted.resolve(undefined);
  }

  async load(articles: readonly Article[]): Promise<void> {
    if (articles.length === 0) return;
    await this.#ready.promise;
    if (articles.some(({ file }) => !this.loaded.has(file))) await this.#pages.promise;
  }

  async computedDigest(article: Article): Promise<string> {
    await this.load([article]);
    return digestOf(this.html(article));
  }
}
