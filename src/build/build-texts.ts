import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../articles/articles.ts';
import { digestOf } from '../content/digest.ts';
import { textInPage } from '../outputs/text-in-page.ts';
import type { Texts } from '../outputs/texts.ts';

/**
 * What the thread that runs Astro reports about texts: first the HTML of those that are ready, by file; finally, that all pages
 * are rendered.
 */
export type TextsMessage = { ready: Map<string, string> } | { pages: 'rendered' };

/** The texts of a build: ready ones come from the loader, computed ones from the pages that Astro has rendered. */
export class BuildTexts implements Texts {
  readonly #staging: string;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #computed = new Map<string, string>();
  readonly #ready = Promise.withResolvers<undefined>();
  readonly #pages = Promise.withResolvers<undefined>();
  #html = new Map<string, string>();

  /**
   * @param staging where new pages are written
   * @param sources the MDX of each text, by file
   */
  constructor(staging: string, sources: ReadonlyMap<string, string>) {
    this.#staging = staging;
    this.#sources = sources;
  }

  receive(message: TextsMessage): void {
    if ('ready' in message) {
      this.#html = message.ready;
      this.#ready.resolve(undefined);
    } else this.#pages.resolve(undefined);
  }

  mdx({ file }: Article): string {
    return this.#sources.get(file)!;
  }

  async load(articles: readonly Article[]): Promise<void> {
    if (articles.length === 0) return;
    await this.#ready.promise;
    for (const { file, path } of articles) {
      if (this.#html.has(file) || this.#computed.has(file)) continue;
      await this.#pages.promise;
      this.#computed.set(file, textInPage(readFileSync(join(this.#staging, path, 'index.html'), 'utf8')));
    }
  }

  html({ file }: Article): string {
    return (this.#html.get(file) ?? this.#computed.get(file))!;
  }

  async computedDigest(article: Article): Promise<string> {
    await this.load([article]);
    return digestOf(this.html(article));
  }
}
