import { segmented } from '../index/han.ts';
import { wordOf } from '../index/forms.ts';
import type { OpenIndex, PagefindResult } from './client.ts';
import { folded } from './folded.ts';
import { judge, type Judged } from './judge.ts';
import { candidates } from './candidates.ts';
import { parseQuery, type Chunk, type Query } from './query.ts';
import { correction } from './slips.ts';
import { STANDING, standing } from './standing.ts';
import { unitsOf, type Unit } from './units.ts';

/** What the reader narrows the search down to. */
export interface Choices {
  kind?: string | undefined;
  tag?: string | undefined;
  program?: string | undefined;
}

/** A result. */
export interface Hit extends Judged {
  /** What of the query it hasn't. */
  without: string[];
}

/** The answer to a query. */
export interface Answer {
  /** What was typed. */
  typed: string;
  /** What was searched instead, where a slip was put right. */
  corrected: string | undefined;
  /** Whether the best result is a command or a listing. */
  commandsFirst: boolean;
  /** Commands and listings. */
  commands: Hit[];
  /** Articles, each with the section that has most of the query. */
  articles: Hit[];
}

/** How many pages are looked at, and how many results are given. */
const PAGES = 20;
const SHOWN = 10;

/** Asks an index. The same code answers in the browser, at the terminal and for the bench. */
export class Finder {
  readonly #index: OpenIndex;
  /** Units of pages once read: a reader who types asks for the same pages again at every key. */
  readonly #units = new Map<string, Promise<Unit[]>>();

  constructor(index: OpenIndex) {
    this.#index = index;
  }

  /**
   * @param typed anything at all
   * @param asTyped true puts no slip right
   * @throws where the index does not load
   */
  async find(typed: string, choices: Choices = {}, asTyped = false): Promise<Answer> {
    const query = parseQuery(typed);
    const plain = await this.#ask(query, query.chunks.map(({ folded: chunk }) => chunk).join(' '));
    if (plain.share === 1 || query.chunks.length === 0) return answerOf(typed, query, plain);
    if (!asTyped) {
      const fixed = await this.#corrected(query, plain);
      if (fixed !== undefined) {
        const better = await this.#ask(fixed, fixed.chunks.map(({ folded: chunk }) => chunk).join(' '));
        if (better.pages.length > 0 && better.share >= plain.share)
          return { ...answerOf(typed, fixed, better), corrected: fixed.text };
      }
    }
    const parts = await this.#ask(query, partsOf(query.text).join(' '));
    const best = parts.pages.length > 0 && parts.share > plain.share ? parts : plain;
    return answerOf(typed, query, best.pages.length > 0 ? best : await this.#askEach(query));
  }

  /** The first pages of Pagefind, judged. */
  async #ask(query: Query, words: string): Promise<Found> {
    const term = words.split(' ').map((word) => wordOf(segmented(word))).filter(Boolean).join(' ');
    if (term === '') return { pages: [], share: 0 };
    const { results } = await this.#index.client.search(term);
    const [first = [], others = []] = candidates(results, query.chunks.length);
    const found = await this.#judged(query, first);
    return others.length === 0 || isSure(found) ? found : this.#judged(query, [...first, ...others]);
  }

  /** No page has all words: those that have most of them. */
  async #askEach(query: Query): Promise<Found> {
    const sums = new Map<string, PagefindResult & { words: number }>();
    for (const { folded: chunk, small } of query.chunks) {
      if (small || chunk.length < 3) continue;
      const { results } = await this.#index.client.search(wordOf(chunk));
      for (const result of results) {
        const sum = sums.get(result.id);
        sums.set(result.id, { ...result, score: result.score + (sum?.score ?? 0), words: (sum?.words ?? 0) + 1 });
      }
    }
    const best = [...sums.values()]
      .map((sum) => ({ ...sum, score: sum.score * sum.words ** 2 }))
      .sort((a, b) => b.score - a.score);
    return this.#judged(query, best.slice(0, PAGES));
  }

  async #judged(query: Query, results: readonly PagefindResult[]): Promise<Found> {
    const pages = await Promise.all(
      results.map(async (result) => {
        const units = await this.#unitsOf(result);
        return units.map((unit) => judge(unit, result.score, query)).sort((a, b) => b.score - a.score);
      }),
    );
    pages.sort((a, b) => b[0]!.score - a[0]!.score);
    const most = Math.max(0, ...pages.map(([best]) => best!.has.filter(Boolean).length));
    return { pages, share: most / Math.max(1, query.chunks.length) };
  }

  #unitsOf(result: PagefindResult): Promise<Unit[]> {
    const known = this.#units.get(result.id) ?? result.data().then(unitsOf);
    this.#units.set(result.id, known);
    return known;
  }

  /** The query with slips put right in chunks that stand nowhere. */
  async #corrected(query: Query, found: Found): Promise<Query | undefined> {
    const names = await this.#index.names();
    const words = await Promise.all(
      query.chunks.map(async (chunk, at) =>
        (await this.#stands(chunk, at, found, names)) ? chunk.text : (correction(chunk.folded, names) ?? chunk.text),
      ),
    );
    const text = words.join(' ');
    return text === query.chunks.map((chunk) => chunk.text).join(' ') ? undefined : parseQuery(text);
  }

  /** Whether a chunk stands anywhere. Pagefind answers with what begins like it or, where nothing does, with a beginning of it. */
  async #stands(chunk: Chunk, at: number, { pages }: Found, names: readonly string[]): Promise<boolean> {
    if (names.includes(chunk.folded) || pages.some((units) => units.some(({ has }) => has[at]))) return true;
    const { results } = await this.#index.client.search(wordOf(chunk.folded));
    const first = results[0];
    if (first === undefined) return false;
    const units = await this.#unitsOf(first);
    return units.some((unit) => standing(unit.folded, chunk.folded) >= STANDING.beginning);
  }
}

/** Pages as Pagefind found them, each with its units, best first. */
interface Found {
  pages: Judged[][];
  /** How much of the query the best unit has. */
  share: number;
}

/** The best unit has all of the query in the very order: reading more pages would find no better one. */
function isSure({ pages, share }: Found): boolean {
  return share === 1 && pages[0]![0]!.sure;
}

function partsOf(text: string): string[] {
  return (folded(text).match(/[\p{L}\p{N}_]+/gu) ?? []).filter((part) => part.length > 1);
}

function answerOf(typed: string, query: Query, { pages }: Found): Answer {
  const hit = (unit: Judged): Hit => ({
    ...unit,
    without: query.chunks.filter(({ small }, at) => !small && !unit.has[at]).map(({ text }) => text),
  });
  const all = pages.flat();
  const commands = all.filter(({ shown }) => shown !== undefined).sort((a, b) => b.score - a.score);
  const articles = pages.flatMap((units) => units.find(({ shown }) => shown === undefined) ?? []);
  return {
    typed,
    corrected: undefined,
    commandsFirst: pages[0]?.[0]?.shown !== undefined,
    commands: commands.slice(0, SHOWN).map(hit),
    articles: articles.slice(0, SHOWN).map(hit),
  };
}
