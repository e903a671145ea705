import { attachedName, type Attached } from './pictures.ts';

/** The files that go next to an article, each under a name of its own. */
export class Attachments {
  readonly #files = new Map<string, Attached>();
  readonly #names = new Map<string, string>();

  get files(): Attached[] {
    return [...this.#files.values()];
  }

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
  add(source: string, bytes: Uint8Array, ending?: string): string {
    const name = attachedName(source, ending, new Set(['index.mdx', ...this.#files.keys()]));
    this.#files.set(name, { name, bytes });
    this.#names.set(source, name);
    return `./${name}`;
  }
}
