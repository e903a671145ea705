import type { Mark, Marker } from './marks.ts';

const LONGEST_PROSE = 220;
const LONGEST_CODE = 400;
const MOST_LINES = 6;
/** Longer ones are cut. */
const LONG_WORD = 40;

/** Prose → what a list can show of it, around what was asked. */
export function proseExcerpt(text: string, marker: Marker): string {
  return cutAround(text, marker(text), LONGEST_PROSE);
}

/** A command or a file → what a list can show of it: a few lines around the first mark, `…` for the rest. */
export function codeExcerpt(code: string, marker: Marker): string {
  const lines = code.split('\n');
  if (lines.length <= MOST_LINES) return cutAround(code, marker(code), LONGEST_CODE);
  const first = lines.findIndex((line) => marker(line).length > 0);
  const from = Math.max(0, Math.min(first - 1, lines.length - MOST_LINES));
  const shown = lines.slice(from, from + MOST_LINES).join('\n');
  const cut = cutAround(shown, marker(shown), LONGEST_CODE);
  return `${from > 0 ? '…\n' : ''}${cut}${from + MOST_LINES < lines.length ? '\n…' : ''}`;
}

/** At most about `longest` characters, where most of the chunks stand together; between words where there are any. */
export function cutAround(text: string, marks: readonly Mark[], longest: number): string {
  if (text.length <= longest) return text;
  const { start, end } = densest(marks, longest);
  const room = Math.floor((longest - Math.min(longest, end - start)) / 2);
  const from = end <= longest ? 0 : Math.max(0, Math.min(start - room, text.length - longest));
  const to = from + longest;
  const begin = from === 0 ? 0 : wordStart(text, from, start);
  const stop = to >= text.length ? text.length : wordEnd(text, to, end);
  return `${begin > 0 ? '… ' : ''}${text.slice(begin, stop).trim()}${stop < text.length ? ' …' : ''}`;
}

/** The stretch with the most different chunks, from one mark's start to another's end. */
function densest(marks: readonly Mark[], longest: number): { start: number; end: number } {
  let best = { start: 0, end: 0, chunks: 0 };
  marks.forEach(({ start }, at) => {
    const near = marks.slice(at, at + 24).filter((mark) => mark.end - start <= longest);
    const chunks = new Set(near.map(({ chunk }) => chunk)).size;
    if (chunks > best.chunks) best = { start, end: near.at(-1)!.end, chunks };
  });
  return best;
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
