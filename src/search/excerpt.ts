import type { SectionRecord } from './format.ts';
import type { Mark, Marker } from './mark.ts';

/** What a result shows of an article: a stretch of one section. */
export interface Excerpt {
  /** The section's anchor and heading; both empty above the first heading. */
  id: string;
  title: string;
  text: string;
}

const LONGEST_EXCERPT = 220;
const LONGEST_COMMAND = 400;
const MOST_LINES = 6;
/** Longer ones are cut. */
const LONG_WORD = 40;

/** The section that has most of what was searched, cut around it; undefined where no section has any of it. */
export function excerptOf(sections: readonly SectionRecord[], marker: Marker): Excerpt | undefined {
  let best: { section: SectionRecord; marks: Mark[]; worth: number } | undefined;
  for (const section of sections) {
    const marks = marker(section.text);
    const inTitle = marker(section.title);
    const worth = termsIn([...marks, ...inTitle]) + 0.5 * termsIn(inTitle);
    if (worth > (best?.worth ?? 0)) best = { section, marks, worth };
  }
  if (best === undefined) return undefined;
  const { section, marks } = best;
  return { id: section.id, title: section.title, text: cutAround(section.text, marks, LONGEST_EXCERPT) };
}

/** A command → what a list can show of it: a few lines around the first mark, `…` for the rest. */
export function commandExcerpt(command: string, marker: Marker): string {
  const lines = command.split('\n');
  if (lines.length <= MOST_LINES) return cutAround(command, marker(command), LONGEST_COMMAND);
  const first = lines.findIndex((line) => marker(line).length > 0);
  const from = Math.max(0, Math.min(first - 1, lines.length - MOST_LINES));
  const shown = lines.slice(from, from + MOST_LINES).join('\n');
  const cut = cutAround(shown, marker(shown), LONGEST_COMMAND);
  return `${from > 0 ? '…\n' : ''}${cut}${from + MOST_LINES < lines.length ? '\n…' : ''}`;
}

/** At most about `longest` characters, where most of the terms stand together; between words where there are any. */
export function cutAround(text: string, marks: readonly Mark[], longest: number): string {
  if (text.length <= longest) return text;
  const { start, end } = densest(marks, longest) ?? { start: 0, end: 0 };
  const room = Math.floor((longest - Math.min(longest, end - start)) / 2);
  const from = end <= longest ? 0 : Math.max(0, Math.min(start - room, text.length - longest));
  const to = from + longest;
  const begin = from === 0 ? 0 : wordStart(text, from, start);
  const stop = to >= text.length ? text.length : wordEnd(text, to, end);
  return `${begin > 0 ? '… ' : ''}${text.slice(begin, stop).trim()}${stop < text.length ? ' …' : ''}`;
}

/** The stretch with the most different terms, from one mark's start to another's end. */
function densest(marks: readonly Mark[], longest: number): { start: number; end: number } | undefined {
  let best: { start: number; end: number; terms: number } | undefined;
  marks.forEach(({ start }, at) => {
    const near = marks.slice(at, at + 24).filter((mark) => mark.end - start <= longest);
    const terms = termsIn(near);
    if (terms > (best?.terms ?? 0)) best = { start, end: near.at(-1)!.end, terms };
  });
  return best;
}

function termsIn(marks: readonly Mark[]): number {
  return new Set(marks.map(({ term }) => term)).size;
}

/** The first word's start from an offset on, but not after what must be shown. */
function wordStart(text: string, from: number, latest: number): number {
  const blank = text.slice(from, latest).search(/\s/);
  return blank < 0 ? safe(text, from) : from + blank + 1;
}

function wordEnd(text: string, to: number, earliest: number): number {
  const before = Math.max(text.lastIndexOf(' ', to), text.lastIndexOf('\n', to));
  if (before >= earliest && before > to - LONG_WORD) return before;
  const after = text.slice(to, to + LONG_WORD).search(/\s|$/);
  return after < LONG_WORD ? to + after : safe(text, to);
}

/** Not in the middle of a character of two code units. */
function safe(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at - 1 : at;
}
