import { readCache, writeCache } from './cache-file.ts';
import { softwareDigest } from './software-digest.ts';

/** The HTML of a text, and the digest of everything it was made from. */
type Kept = [digest: string, html: string];

/** The HTML of the texts of a collection, kept for the next build in a file of its own, which is read only if it is needed. */
export class KeptHtml {
  readonly #file: string;
  readonly #now = new Map<string, Kept>();
  #before: ReadonlyMap<string, Kept> | undefined;
  #isChanged = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** The HTML of a text of the last build; undefined if it was made from something else. */
  get(text: string, digest: string): string | undefined {
    this.#before ??= (readCache(this.#file, softwareDigest()) as Map<string, Kept> | undefined) ?? new Map();
    const [lastDigest, html] = this.#before.get(text) ?? [];
    return lastDigest === digest ? html : undefined;
  }

  /** Notes the HTML of a text of this build. */
  set(text: string, digest: string, html: string): void {
    this.#now.set(text, [digest, html]);
    this.#isChanged ||= this.#before?.get(text)?.[0] !== digest;
  }

  /** Writes what this build has noted. */
  write(): void {
    const hasFewer = this.#before !== undefined && this.#before.size !== this.#now.size;
    if (this.#isChanged || hasFewer) writeCache(this.#file, softwareDigest(), this.#now);
    this.#before = undefined;
  }
}
