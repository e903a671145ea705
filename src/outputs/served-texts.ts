import type { Article } from '../articles/articles.ts';
import { href } from '../articles/site.ts';
import type { GoodContent } from '../content/read-content.ts';
import { textInPage } from './text-in-page.ts';
import { Texts } from './texts.ts';

/** The texts of the dev server: the HTML of an article is read from the server's own page when somebody asks for it. */
export class ServedTexts extends Texts {
  readonly #origin: string;

  /** @param origin the dev server's, e.g. `http://localhost:4321` */
  constructor({ articles }: GoodContent, origin: string) {
    super(articles);
    this.#origin = origin;
  }

  async load(articles: readonly Article[]): Promise<void> {
    for (const { file, path } of articles) {
      if (this.loaded.has(file)) continue;
      const page = await fetch(this.#origin + href(path));
      this.loaded.set(file, textInPage(await page.text()));
    }
  }

  async computedDigest(): Promise<string> {
    return Promise.resolve('');
  }
}
