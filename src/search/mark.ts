import { parseQuery } from './query.ts';
import { partsOf } from './terms.ts';

/** A stretch of a text, by offsets, and which term of the query (by number) stands there. */
export interface Mark {
  start: number;
  end: number;
  term: number;
}

/** A piece of a text, for drawing. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Finds in a text what was searched: marks in order, none overlapping another. */
export type Marker = (text: string) => Mark[];

/** No text has so much of a term that more marks would help. */
const MOST_MARKS = 200;

/** What index and query cut longer terms to. */
const CUT_TERM = 64;

const SHORT_OPTION = /^-[A-Za-z0-9]+$/;

/**
 * A query and the terms that the index had for it → what marks them in commands and prose. Of each term the most exact
 * form that a text has is marked: all of it, its beginning where it may be unfinished, else its option without value or
 * dashes and its last name, else its parts.
 */
export function markerOf(query: string, matched: readonly string[] = []): Marker {
  const { terms, unfinished, commandLike } = parseQuery(query);
  const open = unfinished ? terms.at(-1) : undefined;
  const long = terms.filter((term) => term.length > 2);
  const worth = commandLike || long.length === 0 ? terms : terms.filter((term) => term.length > 2);
  const forms = worth.map((term) => formsOf(term, term === open, matched));
  return (text) =>
    withoutOverlaps(
      forms.flatMap((steps, term) => {
        for (const step of steps) {
          const marks = step.flatMap((pattern) => found(pattern, text, term));
          if (marks.length > 0) return marks;
        }
        return [];
      }),
    );
}

/** `iptables -F`, a mark over `-F` → `iptables `, `-F` (marked) */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  return [...pieces, { text: text.slice(at), marked: false }].filter((piece) => piece.text !== '');
}

/** The forms of a term, from the most exact to the least; within a step all are marked. */
function formsOf(term: string, open: boolean, matched: readonly string[]): RegExp[][] {
  const other = matched.filter((each) => each !== term && each.toLowerCase() === term.toLowerCase());
  const start = open || term.includes('/') || term.length === CUT_TERM;
  const lesser = [
    term.replace(/=.*/s, ''),
    term.replace(/^-+/, ''),
    term.slice(term.lastIndexOf('/') + 1),
    term.slice(term.indexOf('=') + 1),
  ];
  const step = (forms: readonly string[], prefix: boolean): RegExp[] =>
    [...new Set(forms)].filter((form) => form !== '').map((form) => pattern(form, prefix));
  return [
    step([term], start),
    step(other, start),
    step(
      lesser.filter((form) => form !== term),
      open,
    ),
    step(partsOf(term), false),
  ];
}

/** Case counts in short options only: `-F` is not `-f`. */
function pattern(form: string, prefix: boolean): RegExp {
  const literal = form.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const flags = SHORT_OPTION.test(form) ? 'gu' : 'giu';
  if (/^.$/u.test(form)) return new RegExp(String.raw`(?<![^\s'"=,(])${literal}(?![^\s'"=,;)])`, flags);
  const before = /^[\p{L}\p{N}]/u.test(form)
    ? String.raw`(?<![\p{L}\p{N}])`
    : form.startsWith('-')
      ? String.raw`(?<![\p{L}\p{N}-])`
      : '';
  const after = !prefix && /[\p{L}\p{N}]$/u.test(form) ? String.raw`(?![\p{L}\p{N}])` : '';
  return new RegExp(before + literal + after, flags);
}

function found(form: RegExp, text: string, term: number): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(form)) {
    marks.push({ start: match.index, end: match.index + match[0].length, term });
    if (marks.length === MOST_MARKS) break;
  }
  return marks;
}

/** Of two that overlap, the one that begins first, else the longer. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  let end = 0;
  return [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark) => {
      if (mark.start < end) return false;
      ({ end } = mark);
      return true;
    });
}
