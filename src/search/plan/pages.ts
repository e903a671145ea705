import { wordOf } from '../index/forms.ts';
import { MOST_READ } from './candidates.ts';
import type { OpenIndex, PagefindResult } from './client.ts';

/** What the reader narrows the search down to. */
export interface Choices {
  kind?: string | undefined;
  tag?: string | undefined;
  program?: string | undefined;
}

/** Of many words the rarest are asked. */
const MOST_ASKED = 5;

/** Shorter words say too little to be asked alone. */
const SHORTEST = 3;

/** Asks Pagefind for pages, and for no more of its index than it takes. */
export class Pages {
  readonly #client: OpenIndex['client'];
  readonly #common: OpenIndex['common'];

  constructor({ client, common }: Pick<OpenIndex, 'client' | 'common'>) {
    this.#client = client;
    this.#common = common;
  }

  /** Whether a word stands in so many places that it is dear to load. */
  isCommon(word: string): boolean {
    return this.#common.has(word);
  }

  /** Pages that have all words, best first. */
  async with(words: readonly string[], { kind, tag, program }: Choices): Promise<PagefindResult[]> {
    const all = program === undefined ? words : [...words, program];
    const term = all.flatMap((word) => wordOf(word) || []).join(' ');
    if (term === '') return [];
    const filters = { ...(kind === undefined ? {} : { kind }), ...(tag === undefined ? {} : { tag }) };
    return (await this.#client.search(term, { filters })).results;
  }

  /**
   * Pages that may have all words: common ones, which would cost more to load than everything else, are asked only where
   * the others leave more pages than are read.
   *
   * @returns also how many words were asked
   */
  async withAll(
    words: readonly string[],
    choices: Choices,
  ): Promise<{ results: PagefindResult[]; asked: number }> {
    const rareFirst = words.toSorted((a, b) => this.#rarity(b) - this.#rarity(a)).slice(0, MOST_ASKED);
    let asked = Math.max(1, rareFirst.filter((word) => !this.isCommon(word)).length);
    let results = await this.with(rareFirst.slice(0, asked), choices);
    while (results.length > MOST_READ && asked < rareFirst.length)
      results = await this.with(rareFirst.slice(0, ++asked), choices);
    return { results, asked };
  }

  /** Pages that have some of the words, those first that have most. */
  async withMost(words: readonly string[], choices: Choices): Promise<PagefindResult[]> {
    const worth = words.filter((word) => word.length >= SHORTEST);
    const rare = worth.filter((word) => !this.isCommon(word));
    const found = await Promise.all(
      (rare.length > 0 ? rare : worth).map((word) => this.with([word], choices)),
    );
    const sums = new Map<string, PagefindResult & { count: number }>();
    for (const result of found.flat()) {
      const { score, count } = sums.get(result.id) ?? { score: 0, count: 0 };
      sums.set(result.id, { ...result, score: result.score + score, count: count + 1 });
    }
    return [...sums.values()]
      .map((sum) => ({ ...sum, score: sum.score * sum.count ** 2 }))
      .sort((a, b) => b.score - a.score);
  }

  /** Higher for rarer words: common ones by their place among them, all others by their length. */
  #rarity(word: string): number {
    const place = this.#common.get(word);
    return place === undefined ? word.length : place - this.#common.size;
  }
}
