import type { ArticleRecord, CommandRecord, TermPostings } from './format.ts';
import { IndexReader, type ReadFile } from './index-reader.ts';
import { parseQuery, type Query } from './query.ts';
import { textBonus } from './rank.ts';
import { correction } from './spelling.ts';
import { partsOf } from './terms.ts';

/** What the reader narrows the search down to. */
export interface Choices {
  kind?: string | undefined;
  tag?: string | undefined;
  program?: string | undefined;
}

/** A command that was found. */
export interface CommandHit {
  article: ArticleRecord;
  command: CommandRecord;
  score: number;
}

/** An article that was found. */
export interface ArticleHit {
  article: ArticleRecord;
  score: number;
}

/** The answer to a query. */
export interface Answer {
  /** What was typed. */
  query: string;
  /** What was searched instead, where a slip was put right. */
  corrected: string | undefined;
  /** Whether the query looks like a command, so that commands come first. */
  commandsFirst: boolean;
  commands: CommandHit[];
  articles: ArticleHit[];
  /** Terms that were matched, to be marked. */
  matched: string[];
}

/** How many of each are looked at closely, and how many are given. */
const CANDIDATES = 24;
const SHOWN = 10;

/** What the beginning of a term says, against the whole of it. */
const PREFIX_WEIGHT = 0.55;
const PART_WEIGHT = 0.6;
const MOST_EXPANSIONS = 24;

/** What a program's own name says, against the same word anywhere; postings of names have the least weight, 1 of 16. */
const PROGRAM_WEIGHT = 40;
const PROGRAM_PART_WEIGHT = 26;

/** One chunk of the query and where it stands. */
interface Matched {
  term: string;
  postings: TermPostings;
  weight: number;
}

/** Asks an index of commands and articles. The same code answers in the browser and at the terminal. */
export class Search {
  private readonly index: IndexReader;

  constructor(read: ReadFile) {
    this.index = new IndexReader(read);
  }

  /** Reads what every query needs, ahead of the first. */
  async prepare(): Promise<void> {
    await this.index.directory();
  }

  /**
   * @param typed anything at all
   * @param choices what it is narrowed down to
   * @param asTyped true puts no slip right
   * @throws where the index does not load or is of another version
   */
  async find(typed: string, choices: Choices = {}, asTyped = false): Promise<Answer> {
    const query = parseQuery(typed);
    const answer = await this.answer(typed, query, choices);
    if (asTyped) return answer;
    const corrected = await this.corrected(query);
    if (corrected === undefined) return answer;
    const better = await this.answer(typed, parseQuery(corrected), choices);
    return better.commands.length + better.articles.length === 0 ? answer : { ...better, corrected };
  }

  private async answer(typed: string, query: Query, choices: Choices): Promise<Answer> {
    const chunks = await Promise.all(query.terms.map((term, at) => this.match(term, isOpen(query, at))));
    if (query.terms.length === 1) chunks[0]?.push(...(await this.programs(query.terms[0]!)));
    const chosen = await this.chosen(choices);
    const directory = await this.index.directory();
    const total = directory.commands.reduce((sum, count) => sum + count, 0);
    const commands = scored(chunks, 'commands', total, chosen);
    const articles = scored(chunks, 'articles', directory.commands.length, chosen);
    const commandHits = await this.commandHits(best(commands, CANDIDATES), query, directory.commands);
    const isProgram = commandHits.some(({ command }) => command.programs.includes(query.terms[0] ?? ''));
    const articleHits = await this.articleHits(articles, commands, commandHits, directory.commands);
    return {
      query: typed,
      corrected: undefined,
      commandsFirst: query.commandLike || (isProgram && query.terms.length < 3),
      commands: commandHits.slice(0, SHOWN),
      articles: articleHits.slice(0, SHOWN),
      matched: [...new Set(chunks.flat().map(({ term }) => term))],
    };
  }

  /** A chunk as indexed; else, where it may be unfinished or is a path, what begins with it; else its parts. */
  private async match(term: string, open: boolean): Promise<Matched[]> {
    const whole = await this.index.postings(term);
    const expand = open || term.includes('/');
    const longer = expand ? await this.index.termsFrom(term, MOST_EXPANSIONS) : [];
    const found = await this.weighted(
      longer.filter((other) => other !== term),
      PREFIX_WEIGHT,
    );
    if (whole.commands.length + whole.articles.length > 0)
      return [{ term, postings: whole, weight: 1 }, ...found];
    if (found.length > 0) return found;
    const lower = term.toLowerCase();
    if (lower !== term) return this.weighted([lower, term.toUpperCase()], 0.9);
    return this.weighted(partsOf(term), PART_WEIGHT);
  }

  /** One word alone may be all that a reader knows of a program's name: `volgen`. */
  private async programs(word: string): Promise<Matched[]> {
    const [exact, part] = await Promise.all([
      this.index.postings(`\u0001program:${word}`),
      this.index.postings(`\u0001part:${word}`),
    ]);
    return [
      { term: word, postings: { ...exact, articles: [] }, weight: PROGRAM_WEIGHT },
      { term: word, postings: { ...part, articles: [] }, weight: PROGRAM_PART_WEIGHT },
    ];
  }

  private async weighted(terms: readonly string[], weight: number): Promise<Matched[]> {
    const all = await Promise.all(
      terms.map(async (term) => ({ term, weight, postings: await this.index.postings(term) })),
    );
    return all.filter(({ postings }) => postings.commands.length + postings.articles.length > 0);
  }

  /** The documents that the reader's choices leave; undefined where nothing is chosen. */
  private async chosen(choices: Choices): Promise<Chosen | undefined> {
    const terms = Object.entries(choices).flatMap(([name, value]) =>
      value === undefined ? [] : [`\u0001${name}:${String(value)}`],
    );
    if (terms.length === 0) return undefined;
    const lists = await Promise.all(terms.map((term) => this.index.postings(term)));
    const common = (part: keyof TermPostings): Set<number> =>
      lists
        .map((postings) => new Set(postings[part].map(({ document }) => document)))
        .reduce((a, b) => a.intersection(b));
    return { commands: common('commands'), articles: common('articles') };
  }

  private async commandHits(found: Scored[], query: Query, counts: readonly number[]): Promise<CommandHit[]> {
    const hits = found.map(async ({ document, score }) => {
      const { article, at } = ownerOf(document, counts);
      const record = await this.index.article(article);
      const command = record.commands[at]!;
      return { article: record, command, score: score * textBonus(query, command) };
    });
    return (await Promise.all(hits)).sort((a, b) => b.score - a.score);
  }

  /** Articles by their own words and by their best command. */
  private async articleHits(
    articles: Map<number, number>,
    commands: Map<number, number>,
    commandHits: readonly CommandHit[],
    counts: readonly number[],
  ): Promise<ArticleHit[]> {
    const scores = new Map<number, number>();
    const bestCommand = new Map<number, number>();
    for (const [document, score] of commands) {
      const { article } = ownerOf(document, counts);
      bestCommand.set(article, Math.max(bestCommand.get(article) ?? 0, score));
    }
    for (const [article, score] of articles)
      scores.set(article, OWN_WORDS * score + (bestCommand.get(article) ?? 0));
    for (const [article, score] of bestCommand) if (!scores.has(article)) scores.set(article, score);
    const found = best(scores, CANDIDATES).map(async ({ document, score }) => {
      const article = await this.index.article(document);
      const hit = commandHits.find((command) => command.article === article);
      return { article, score: Math.max(score, hit === undefined ? 0 : hit.score) };
    });
    return (await Promise.all(found)).sort((a, b) => b.score - a.score);
  }

  /** The query with a slip put right; undefined where nothing in it looks like one. */
  private async corrected(query: Query): Promise<string | undefined> {
    const weak = await Promise.all(
      query.terms.map(async (term, at) => !(await this.isKnown(term, isOpen(query, at)))),
    );
    if (!weak.includes(true)) return undefined;
    const { programs, options, tags } = await this.index.vocabulary();
    const words = query.text.split(' ');
    const corrected = words.map((word) => {
      const at = query.terms.indexOf(word.toLowerCase());
      if (at < 0 || !weak[at]) return word;
      return (
        correction(word.toLowerCase(), word.startsWith('-') ? options : { ...tags, ...programs }) ?? word
      );
    });
    const text = corrected.join(' ');
    return text === query.text ? undefined : text;
  }

  private async isKnown(term: string, open: boolean): Promise<boolean> {
    return (await this.match(term, open)).some(
      (matched) => matched.weight >= PREFIX_WEIGHT && matched.term.startsWith(term),
    );
  }
}

/** What an article's own words count beside its best command. */
const OWN_WORDS = 0.5;

interface Chosen {
  commands: Set<number>;
  articles: Set<number>;
}

interface Scored {
  document: number;
  score: number;
}

/** Whether the chunk is the last and may be unfinished. */
function isOpen(query: Query, at: number): boolean {
  return query.unfinished && at === query.terms.length - 1;
}

/**
 * BM25 summed over the chunks of the query, each by the best of its terms, and multiplied by how much of the query (in
 * inverse document frequency) a document has at all: one that has everything comes before one that has half of it often.
 */
function scored(
  chunks: readonly Matched[][],
  part: keyof TermPostings,
  total: number,
  chosen: Chosen | undefined,
): Map<number, number> {
  const sums = new Map<number, { score: number; covered: number }>();
  let whole = 0;
  for (const chunk of chunks) {
    const { weights, rarity } = chunkWeights(chunk, part, total);
    whole += rarity;
    for (const [document, weight] of weights) {
      const sum = sums.get(document) ?? { score: 0, covered: 0 };
      sums.set(document, { score: sum.score + weight, covered: sum.covered + rarity });
    }
  }
  const result = new Map<number, number>();
  for (const [document, { score, covered }] of sums) {
    if (chosen !== undefined && !chosen[part].has(document)) continue;
    const coverage = covered / whole;
    if (coverage >= LEAST_COVERAGE[part]) result.set(document, score * coverage ** 2);
  }
  return result;
}

/** What a word counts that stands nowhere, against one that stands in a single document. */
const UNKNOWN_RARITY = 0.4;

/** A document that has less of the query than this is no answer. */
const LEAST_COVERAGE = { commands: 0.25, articles: 0.34 };

/** What a chunk says of each document, and what having it at all counts. */
function chunkWeights(
  chunk: readonly Matched[],
  part: keyof TermPostings,
  total: number,
): { weights: Map<number, number>; rarity: number } {
  const found = chunk.filter(({ postings }) => postings[part].length > 0);
  const rarity = chunkRarity(found, part, total);
  const weights = new Map<number, number>();
  for (const { postings, weight } of found) {
    const frequency = Math.min(rarity, inverseFrequency(postings[part].length, total));
    for (const posting of postings[part]) {
      const score = (frequency * weight * posting.weight) / 16;
      weights.set(posting.document, Math.max(weights.get(posting.document) ?? 0, score));
    }
  }
  return { weights, rarity };
}

/** A chunk is as rare as the term itself; where that stands nowhere, as the rarest of what begins with it. */
function chunkRarity(found: readonly Matched[], part: keyof TermPostings, total: number): number {
  if (found.length === 0) return UNKNOWN_RARITY * Math.log(1 + total);
  const whole = found.filter(({ weight }) => weight === 1);
  const counted = whole.length > 0 ? whole : found;
  return Math.max(...counted.map(({ postings }) => inverseFrequency(postings[part].length, total)));
}

/** BM25's inverse document frequency. */
function inverseFrequency(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

function best(scores: Map<number, number>, most: number): Scored[] {
  return [...scores]
    .map(([document, score]) => ({ document, score }))
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, most);
}

/** The article of a command, by the commands' numbers in all articles. */
function ownerOf(command: number, counts: readonly number[]): { article: number; at: number } {
  let at = command;
  let article = 0;
  while (at >= counts[article]!) at -= counts[article++]!;
  return { article, at };
}
