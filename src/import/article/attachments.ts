import { extname, posix } from 'node:path';
import { decode } from '../../content/outline/links.ts';
import { freeSlug, slugOfText } from '../slug.ts';
import type { ArticleFile } from '../write/article-folder.ts';

/** The files that go next to an article, each under a name of its own. */
export class Attachments {
  readonly files: ArticleFile[] = [];
  readonly #names = new Map<string, string>();

  /** The address, from the article, of a file that was added before. */
  addressOf(source: string): string | undefined {
    const name = this.#names.get(source);
    return name && `./${name}`;
  }

  /**
   * @param source what the imported text calls it
   * @param ending its new file extension, if its own won't do
   * @returns its address from the article
   */
  add(source: string, content: Uint8Array, ending?: string): string {
    const { stem, ending: own } = partsOf(source);
    const suffix = ending ?? own.toLowerCase().replace(/[^.a-z0-9]/g, '');
    const isTaken = (slug: string): boolean =>
      [...this.files, { name: 'index.mdx' }].some(({ name }) => name === slug + suffix);
    const name = freeSlug(slugOfText(stem) ?? 'picture', isTaken) + suffix;
    this.files.push({ name, content });
    this.#names.set(source, name);
    return `./${name}`;
  }
}

/** Describes a file by its name if there is nothing else: `load-average_2.png` → `load average 2` */
export function wordsOfName(address: string): string {
  return (
    partsOf(address)
      .stem.replace(/[-_+.\s]+/g, ' ')
      .trim() || 'picture'
  );
}

function partsOf(address: string): { stem: string; ending: string } {
  const base = posix.basename(decode(address.replace(/[?#].*$/, '')));
  const ending = extname(base);
  return { stem: base.slice(0, base.length - ending.length), ending };
}
