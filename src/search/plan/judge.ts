import type { ShownCommand } from '../index/shown.ts';
import { folded as foldedText } from './folded.ts';
import { isShortOption, type Chunk, type Query } from './query.ts';
import { STANDING, standing, type Standing } from './standing.ts';
import type { Unit } from './units.ts';

/** A unit and how well it answers a query. */
export interface Judged extends Unit {
  score: number;
  /** Which of the query's chunks it has, by index. */
  has: boolean[];
  /** Whether it has the whole query as whole words, side by side. */
  sure: boolean;
}

/** How much Pagefind's own score counts. It is kept low, because it describes the whole page. */
const PAGE_POWER = 0.2;

/** How a query judges a unit; `page` is Pagefind's score for the unit's page. */
export type Judge = (unit: Unit, page: number) => Judged;

/** Makes the judge of a query. It sees hundreds of units, so what depends on the query alone is made once. */
export function judgeOf(query: Query): Judge {
  const asked = { ...query, lower: query.text.toLowerCase(), line: lineOf(query.text) };
  return (unit, page) => judge(unit, page, asked);
}

/** A query with the forms in which it is compared. */
interface Asked extends Query {
  lower: string;
  line: string;
}

function judge(unit: Unit, page: number, query: Asked): Judged {
  const places = query.chunks.map((chunk) => standingOf(unit, chunk));
  const has = places.map(
    (place, at) =>
      place >= STANDING.beginning || (place === STANDING.within && isJoined(query.chunks[at]!.folded)),
  );
  const worth = page ** PAGE_POWER;
  // Most units of a page have nothing of the query.
  if (places.every((place) => place === STANDING.none)) return { ...unit, score: worth, has, sure: false };
  const whole = share(places, (place) => place === STANDING.whole);
  const score =
    worth * (1 + fit(unit, query) + whole ** 2 + 0.5 * pairs(unit, query) + 0.5 * exact(unit, query));
  return { ...unit, score, has, sure: whole === 1 && isTogether(unit, query) };
}

/**
 * Two words only count for a command if they are in the command itself; three or more are a phrase, which may be
 * anywhere.
 */
function isTogether(unit: Unit, query: Query): boolean {
  const folded =
    query.chunks.length > 2 || unit.shown === undefined
      ? unit.folded
      : unit.folded.slice(0, unit.text.length);
  // A word asked twice is a single chunk, so its neighbours differ from those in the query.
  return (
    query.chunks.length === 1 || pairs({ folded }, query) === 1 || folded.includes(foldedText(query.text))
  );
}

/** Case only matters for short options: `-F` is not `-f`. */
function standingOf({ compared, folded }: Unit, chunk: Chunk): Standing {
  if (!isShortOption(chunk.text)) return standing(folded, chunk.folded);
  const written = standing(compared, chunk.text);
  return written === STANDING.whole
    ? written
    : (Math.min(standing(folded, chunk.folded), STANDING.beginning) as Standing);
}

function isJoined(chunk: string): boolean {
  return /[^\p{L}\p{N}]/u.test(chunk);
}

function share<T>(list: readonly T[], test: (each: T, at: number) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length;
}

/** The share of neighbours in the query that are also neighbours in the text. */
function pairs({ folded }: Pick<Unit, 'folded'>, { chunks }: Query): number {
  return share(chunks.slice(1), (chunk, at) => folded.includes(`${chunks[at]!.folded} ${chunk.folded}`));
}

/** The share of the query's chunks that a command has exactly as typed, capitals included. */
function exact({ shown }: Unit, { chunks }: Query): number {
  if (shown?.type !== 'command') return 0;
  const { words } = formsOf(shown);
  return share(chunks, ({ text }) => words.has(text));
}

/** How well the query as a whole fits: as the beginning of a command, as a program's name, as a phrase. */
function fit({ shown, folded: compared }: Unit, { lower, line, chunks }: Asked): number {
  const phrase = compared.includes(lower) ? 0.3 : 0;
  if (shown === undefined) return phrase;
  if (shown.type === 'listing') return phrase + fileFit(shown.file.toLowerCase(), lower);
  const command = formsOf(shown);
  return (
    phrase +
    lineFit(command.line, line) +
    (command.programs.includes(chunks[0]?.folded ?? '') ? 0.3 : 0) +
    (chunks.length === 1 ? nameFit(command.programs, lower) : 0)
  );
}

/** A command as it is compared. */
interface CommandForms {
  line: string;
  words: ReadonlySet<string>;
  programs: readonly string[];
}

/** As a reader types, every key judges the same commands. */
const forms = new WeakMap<ShownCommand, CommandForms>();

function formsOf(shown: ShownCommand): CommandForms {
  const known = forms.get(shown);
  if (known !== undefined) return known;
  const made = {
    line: lineOf(shown.command),
    words: new Set(shown.command.split(/[\s=]+/)),
    programs: shown.programs.map((name) => name.toLowerCase()),
  };
  forms.set(shown, made);
  return made;
}

/** Folds a command for comparing: on one line, without `sudo`, in lower case except short options. */
function lineOf(command: string): string {
  const line = command.replace(/\\?\s+/g, ' ').replace(/^(?:sudo|doas) /, '');
  return line.replace(/(?<![^ ])(?!-[A-Za-z0-9]+(?![^ ]))[^ ]+/g, (chunk) => chunk.toLowerCase());
}

function lineFit(line: string, query: string): number {
  if (line === query) return 1.2;
  // Somebody who types `-f` may mean `-F`.
  if (line.toLowerCase() === query.toLowerCase()) return 0.6;
  if (line.startsWith(`${query} `)) return 1;
  // An option may be the start of another one.
  if (line.startsWith(query)) return / -[^ ]*$/.test(query) ? 0.4 : 0.8;
  const at = line.indexOf(query);
  if (at < 0) return 0;
  return /[\s=]/.test(line.charAt(at - 1)) ? 0.5 : 0.25;
}

/** A single word may be all that somebody remembers of a program's name. */
function nameFit(programs: readonly string[], word: string): number {
  if (programs.includes(word)) return 1;
  if (programs.some((name) => name.split(/[^a-z0-9]+/).includes(word))) return 0.8;
  return programs.some((name) => name.includes(word)) ? 0.5 : 0;
}

/** Matches a listing's file by its path or name. */
function fileFit(file: string, query: string): number {
  if (file === query) return 1.5;
  return file.endsWith(`/${query}`) || file.startsWith(query) ? 1 : 0;
}
