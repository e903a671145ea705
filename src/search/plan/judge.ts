import { folded as foldedText } from './folded.ts';
import type { Chunk, Query } from './query.ts';
import { STANDING, standing, type Standing } from './standing.ts';
import type { Unit } from './units.ts';

/** A unit and how well it answers a query. */
export interface Judged extends Unit {
  score: number;
  /** Which chunks of the query it has, by number. */
  has: boolean[];
  /** Whether it has all of the query as whole words, one beside the other. */
  sure: boolean;
}

/** How much Pagefind's own score counts: it speaks of the whole page. */
const PAGE_POWER = 0.2;

/** @param page Pagefind's score of the page that the unit is of */
export function judge(unit: Unit, page: number, query: Query): Judged {
  const places = query.chunks.map((chunk) => standingOf(unit, chunk));
  const has = places.map(
    (place, at) =>
      place >= STANDING.beginning || (place === STANDING.within && isJoined(query.chunks[at]!.folded)),
  );
  const whole = share(places, (place) => place === STANDING.whole);
  const score =
    page ** PAGE_POWER *
    (1 + fit(unit, query) + whole ** 2 + 0.5 * pairs(unit, query) + 0.5 * exact(unit, query));
  return { ...unit, score, has, sure: whole === 1 && isTogether(unit, query) };
}

/** Two words are a command's own only where they stand in the command; more make a phrase, wherever that is. */
function isTogether(unit: Unit, query: Query): boolean {
  const folded =
    query.chunks.length > 2 || unit.shown === undefined
      ? unit.folded
      : unit.folded.slice(0, unit.text.length);
  // A word that is asked twice is one chunk, and has other neighbours than the chunks have.
  return (
    query.chunks.length === 1 || pairs({ folded }, query) === 1 || folded.includes(foldedText(query.text))
  );
}

/** Case counts in short options only: `-F` is not `-f`. */
function standingOf({ compared, folded }: Unit, chunk: Chunk): Standing {
  if (!SHORT_OPTION.test(chunk.text)) return standing(folded, chunk.folded);
  const written = standing(compared, chunk.text);
  return written === STANDING.whole
    ? written
    : (Math.min(standing(folded, chunk.folded), STANDING.beginning) as Standing);
}

const SHORT_OPTION = /^-[A-Za-z0-9]+$/;

function isJoined(chunk: string): boolean {
  return /[^\p{L}\p{N}]/u.test(chunk);
}

function share<T>(list: readonly T[], test: (each: T, at: number) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length;
}

/** The share of neighbours in the query that are neighbours in the text. */
function pairs({ folded }: Pick<Unit, 'folded'>, { chunks }: Query): number {
  return share(chunks.slice(1), (chunk, at) => folded.includes(`${chunks[at]!.folded} ${chunk.folded}`));
}

/** The share of the query's chunks that a command has as they were typed, capitals and all. */
function exact({ shown }: Unit, { chunks }: Query): number {
  if (shown?.type !== 'command') return 0;
  const written = new Set(shown.command.split(/[\s=]+/));
  return share(chunks, ({ text }) => written.has(text));
}

/** How well the query as a whole fits: as the beginning of a command, as a program's name, as a phrase. */
function fit({ shown, folded: compared }: Unit, { text, chunks }: Query): number {
  const query = text.toLowerCase();
  const phrase = compared.includes(query) ? 0.3 : 0;
  if (shown === undefined) return phrase;
  if (shown.type === 'listing') return phrase + fileFit(shown.file.toLowerCase(), query);
  const programs = shown.programs.map((name) => name.toLowerCase());
  return (
    phrase +
    lineFit(lineOf(shown.command), lineOf(text)) +
    (programs.includes(chunks[0]?.folded ?? '') ? 0.3 : 0) +
    (chunks.length === 1 ? nameFit(programs, query) : 0)
  );
}

/** A command for comparing: on one line, without `sudo`, in lower case but for short options. */
function lineOf(command: string): string {
  const line = command.replace(/\\?\s+/g, ' ').replace(/^(?:sudo|doas) /, '');
  return line.replace(/(?<![^ ])(?!-[A-Za-z0-9]+(?![^ ]))[^ ]+/g, (chunk) => chunk.toLowerCase());
}

function lineFit(line: string, query: string): number {
  if (line === query) return 1.2;
  // Who types `-f` may mean `-F`.
  if (line.toLowerCase() === query.toLowerCase()) return 0.6;
  if (line.startsWith(`${query} `)) return 1;
  // An option may be another one that begins like it.
  if (line.startsWith(query)) return / -[^ ]*$/.test(query) ? 0.4 : 0.8;
  const at = line.indexOf(query);
  if (at < 0) return 0;
  return /[\s=]/.test(line.charAt(at - 1)) ? 0.5 : 0.25;
}

/** One word alone may be all that is known of a program's name. */
function nameFit(programs: readonly string[], word: string): number {
  if (programs.includes(word)) return 1;
  if (programs.some((name) => name.split(/[^a-z0-9]+/).includes(word))) return 0.8;
  return programs.some((name) => name.includes(word)) ? 0.5 : 0;
}

/** The file that a listing is of: by its path or its name. */
function fileFit(file: string, query: string): number {
  if (file === query) return 1.5;
  return file.endsWith(`/${query}`) || file.startsWith(query) ? 1 : 0;
}
