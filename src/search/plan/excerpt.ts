import type { Mark, Marker } from './marks.ts';

const LONGEST_PROSE = 220;
const LONGEST_CODE = 400;
const MOST_LINES = 6;
/** Longer words are cut. */
const LONG_WORD = 40;

/** Shortens prose to what a list can show, around the words of the query. */
export function proseExcerpt(text: string, marker: Marker): string {
  return cutAround(text, marker(text), LONGEST_PROSE);
}

/** Shortens a command or file to what a list can show: a few lines around the first mark, with `…` for the rest. */
export function codeExcerpt(code: string, marker: Marker): string {
  const lines = code.split('\n');
  if (lines.length <= MOST_LINES) return cutAround(code, marker(code), LONGEST_CODE);
  const first = lines.findIndex((line) => marker(line).length > 0);
  const from = Math.max(0, Math.min(first - 1, lines.length - MOST_LINES));
  const shown = lines.slice(from, from + MOST_LINES).join('\n');
  const cut = cutAround(shown, marker(shown), LONGEST_CODE);
  return `${from > 0 ? '…\n' : ''}${cut}${from + MOST_LINES < lines.length ? '\n…' : ''}`;
}

/** Cuts a text to about `longest` characters around the most marked chunks, between words if it has any. */
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

/** The stretch with the most different chunks, from the start of one mark to the end of another. */
function densest(marks: readonly Mark[], longest: number): { start: number; end: number } {
  let best = { start: 0, end: 0, chunks: 0 };
  marks.forEach(({ start }, at) => {
    const near = marks.slice(at, at + 24).filter((mark) => mark.end - start <= longest);
    const chunks = new Set(near.map(({ chunk }) => chunk)).size;
    if (chunks > best.chunks) best = { start, end: near.at(-1)!.end, chunks };
  });
  return best;
}

/** The start of the first word from an offset on, but not past the text that must be shown. */
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

/** Moves an offset out of a surrogate pair. */
function safe(text: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at - 1 : at;
}
