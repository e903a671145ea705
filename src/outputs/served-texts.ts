import type { Article } from '../articles/articles.ts';
import { href } from '../articles/site.ts';
import type { GoodContent } from '../content/read-content.ts';
import { textInPage } from './text-in-page.ts';
import type { Texts } from './texts.ts';

/** The texts of the dev server: the HTML of an article is read from the server's own page when somebody asks for it. */
export class ServedTexts implements Texts {
  readonly #sources: ReadonlyMap<string, string>;
  readonly #origin: string;
  readonly #html = new Map<string, string>();

  /** @param origin the dev server's, e.g. `http://localhost:4321` */
  constructor({ articles }: GoodContent, origin: string) {
    this.#sources = new Map(articles.map(({ file, source }) => [file, source]));
    this.#origin = origin;
  }

  mdx({ file }: Article): string {
    return this.#sources.get(file)!;
  }

  async load(articles: readonly Article[]): Promise<void> {
    for (const { file, path } of articles) {
      if (this.#html.has(file)) continue;
      const page = await fetch(this.#origin + href(path));
      this.#html.set(file, textInPage(await page.text()));
    }
  }

  html({ file }: Article): string {
    return this.#html.get(file)!;
  }

  async computedDigest(): Promise<string> {
    return Promise.resolve('');
  }
}
