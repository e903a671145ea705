import { answerOf, bestShare, continued, earlyOf, shareOf, type Answer, type Found } from './answer.ts';
import { candidates, MOST_READ } from './candidates.ts';
import type { OpenIndex, PagefindResult } from './client.ts';
import { folded } from './folded.ts';
import { judgeOf, type Judged } from './judge.ts';
import { otherLayout } from './other-layout.ts';
import { Pages, type Choices } from './pages.ts';
import { parseQuery, type Chunk, type Query } from './query.ts';
import { correction, nearest } from './slips.ts';
import { STANDING, standing } from './standing.ts';
import { unitsOf, type Unit } from './units.ts';

/** What a caller does while an answer is made. */
export interface Course {
  /**
   * Called with the best of what the first pages give, if that has the whole query but other pages are still to be
   * read. The answer then begins with the same results in the same order. Waited for, so that it can be shown first.
   */
  early?: ((answer: Answer) => Promise<void>) | undefined;
  /** Waited for between two steps. If it throws, the search ends with that. */
  pause?: (() => Promise<void>) | undefined;
}

/** How many similar names are suggested for words that don't occur. */
const MOST_NEAR = 4;

/** A query of so many words is a message or a question: no page needs to have them all. */
const LONG = 4;

/** Queries an index. The browser, the terminal and the benchmark all use this code. */
export class Finder {
  readonly #index: OpenIndex;
  readonly #pages: Pages;
  /** Units of pages already read: as a reader types, every key asks for the same pages. */
  readonly #units = new Map<string, Promise<Unit[]>>();
  #nameSet: ReadonlySet<string> | undefined;

  constructor(index: OpenIndex) {
    this.#index = index;
    this.#pages = new Pages(index);
  }

  /**
   * @param typed any text
   * @param asTyped true turns off correction
   * @throws if the index doesn't load
   */
  async find(
    typed: string,
    choices: Choices = {},
    asTyped = false,
    { early, pause }: Course = {},
  ): Promise<Answer> {
    const query = parseQuery(typed);
    let first: Answer | undefined;
    const plain = await this.#ask(query, wordsOf(query), choices, async (found) => {
      if (early === undefined || found.share < 1) return pause?.();
      first = earlyOf(answerOf(typed, query, found, choices));
      await early(first);
    });
    if (plain.share === 1 || query.chunks.length === 0) {
      const answer = answerOf(typed, query, plain, choices);
      return first === undefined ? answer : continued(first, answer);
    }
    await pause?.();
    const standings = await this.#standings(query, plain);
    if (!asTyped) {
      const fixed = await this.#corrected(query, standings);
      const better = fixed && (await this.#ask(fixed, wordsOf(fixed), choices));
      if (
        fixed !== undefined &&
        better !== undefined &&
        better.pages.length > 0 &&
        better.share >= plain.share
      )
        return { ...answerOf(typed, fixed, better, choices), corrected: fixed.text };
    }
    const split = splitWords(query, standings);
    // Its parts don't have to be typos, or to occur together.
    const apart = split && (await this.find(split.text, choices, true, { pause }));
    if (apart !== undefined && bestShare(apart) > plain.share) return { ...apart, typed };
    const other = asTyped || standings.some(Boolean) ? undefined : otherLayout(query.text);
    const meant = other === undefined ? undefined : parseQuery(other);
    const retyped = meant && (await this.#ask(meant, wordsOf(meant), choices));
    if (meant !== undefined && retyped?.share === 1)
      return { ...answerOf(typed, meant, retyped, choices), corrected: meant.text };
    await pause?.();
    const last = await this.#askLess(query, standings, plain, choices);
    const answer = answerOf(typed, query, last, choices);
    const unknown = query.chunks.filter((chunk, at) => !chunk.small && !standings[at]);
    const names = unknown.length === 0 ? [] : await this.#index.names();
    return {
      ...answer,
      unknown: unknown.map(({ text }) => text),
      near: [...new Set(unknown.flatMap((chunk) => nearest(chunk.folded, names)))].slice(0, MOST_NEAR),
    };
  }

  /**
   * Reads and judges Pagefind's first pages.
   *
   * @param halfway called with what the first few of them give, if that isn't enough
   */
  async #ask(
    query: Query,
    words: readonly string[],
    choices: Choices,
    halfway?: (found: Found) => Promise<void>,
  ): Promise<Found> {
    const { results, asked } = await this.#pages.withAll(words, choices);
    const [first = [], others = []] = candidates(results, asked);
    const found = await this.#judged(query, first);
    if (others.length === 0 || isSure(found)) return found;
    await halfway?.(found);
    return both(found, await this.#judged(query, others));
  }

  /** If no page has the whole query, tries those that have most of it. */
  async #askLess(
    query: Query,
    standings: readonly boolean[],
    plain: Found,
    choices: Choices,
  ): Promise<Found> {
    const nowhere = new Set(query.chunks.filter((_, at) => !standings[at]).map((chunk) => chunk.folded));
    const known = wordsOf(query).filter((word) => !nowhere.has(word));
    const parts = await this.#ask(query, partsOf(query.text), choices);
    const rest = nowhere.size > 0 ? await this.#ask(query, known, choices) : plain;
    const best = [plain, parts, rest].reduce((a, b) => (b.share > a.share ? b : a));
    if (best.share > 0 && (best.share === 1 || known.length < LONG)) return best;
    const most = await this.#pages.withMost(known, choices);
    const some = await this.#judged(query, most.slice(0, MOST_READ));
    return both(some, without(best, some));
  }

  async #judged(query: Query, results: readonly PagefindResult[]): Promise<Found> {
    const judge = judgeOf(query);
    const all = await Promise.all(
      results.map(async (result) => {
        const units = await this.#unitsOf(result);
        return units.map((unit) => judge(unit, result.score)).sort((a, b) => b.score - a.score);
      }),
    );
    const pages = all.filter((units) => units.length > 0).sort(byBest);
    return { pages, share: Math.max(0, ...pages.map(([best]) => shareOf(best!, query))) };
  }

  #unitsOf(result: PagefindResult): Promise<Unit[]> {
    const known = this.#units.get(result.id) ?? result.data().then(unitsOf);
    this.#units.set(result.id, known);
    return known;
  }

  /** Tells which chunks occur on the site. Pagefind also returns pages for the beginning of a chunk. */
  async #standings(query: Query, { pages }: Found): Promise<boolean[]> {
    const names = (this.#nameSet ??= new Set(await this.#index.names()));
    return Promise.all(
      query.chunks.map(async (chunk, at) => {
        const { folded: word } = chunk;
        if (names.has(word) || this.#pages.isCommon(word)) return true;
        if (pages.some((units) => units.some(({ has }) => has[at]))) return true;
        const [first] = await this.#pages.with([word], {});
        return first !== undefined && stands(chunk, await this.#unitsOf(first));
      }),
    );
  }

  /** Corrects typos in chunks that don't occur. */
  async #corrected(query: Query, standings: readonly boolean[]): Promise<Query | undefined> {
    if (standings.every(Boolean)) return undefined;
    const names = await this.#index.names();
    const words = query.chunks.map((chunk, at) =>
      standings[at]
        ? chunk.text
        : (correction(chunk.folded, names, query.chunks.length < LONG) ?? chunk.text),
    );
    return words.every((word, at) => word === query.chunks[at]!.text)
      ? undefined
      : parseQuery(words.join(' '));
  }
}

function byBest([a]: readonly Judged[], [b]: readonly Judged[]): number {
  return b!.score - a!.score;
}

/** What is found, without the pages that another finding has. */
function without({ pages, share }: Found, other: Found): Found {
  const paths = new Set(other.pages.map(([best]) => best!.article.path));
  return { pages: pages.filter(([best]) => !paths.has(best!.article.path)), share };
}

function both(one: Found, other: Found): Found {
  return {
    pages: [...one.pages, ...other.pages].sort(byBest),
    share: Math.max(one.share, other.share),
  };
}

/** The best unit has the whole query in its exact order, so reading more pages can't find a better one. */
function isSure({ pages, share }: Found): boolean {
  return share === 1 && pages[0]?.[0]?.sure === true;
}

function stands(chunk: Chunk, units: readonly Unit[]): boolean {
  return units.some((unit) => standing(unit.folded, chunk.folded) >= STANDING.beginning);
}

/** The words to ask Pagefind for: not the small ones, which occur everywhere. Judging uses them all. */
function wordsOf({ chunks }: Query): string[] {
  const worth = chunks.filter(({ small }) => !small);
  return (worth.length > 0 ? worth : chunks).map((chunk) => chunk.folded);
}

/** The query with joined words split if nobody joins them: `split-brain` → `split brain`, `mkfs.ocfs2` → `mkfs ocfs2`. */
function splitWords({ text, chunks }: Query, standings: readonly boolean[]): Query | undefined {
  const joined = chunks.filter((chunk, at) => !standings[at] && JOINED_WORDS.test(chunk.text));
  if (joined.length === 0) return undefined;
  return parseQuery(
    joined.reduce((all, chunk) => all.replace(chunk.text, chunk.text.replace(/[-_/.]/g, ' ')), text),
  );
}

const JOINED_WORDS = /^\p{L}{2,}(?:[-_/.]\p{L}[\p{L}\p{N}]+)+$/u;

function partsOf(text: string): string[] {
  return (folded(text).match(/[\p{L}\p{N}_]+/gu) ?? []).filter((part) => part.length > 1);
}
