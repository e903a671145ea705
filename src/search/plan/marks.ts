import { folded } from './folded.ts';
import { isShortOption, type Query } from './query.ts';
import { inflected, STANDING, standingAt } from './standing.ts';

/** A range of a text, and the index of the query's chunk that it matches. */
export interface Mark {
  start: number;
  end: number;
  chunk: number;
}

/** Finds the query in a text. Marks are in order and don't overlap. */
export type Marker = (text: string) => Mark[];

/**
 * Makes a marker for commands and prose. It marks each chunk as whole words; if there are none, as beginnings of
 * words; if none either, inside words.
 */
export function markerOf({ chunks }: Query): Marker {
  const worth = chunks.map((chunk, number) => ({ ...chunk, number })).filter(({ small }) => !small);
  return (text) => {
    const plain = folded(text);
    const marks = worth.flatMap(({ text: typed, folded: chunk, number }) =>
      isShortOption(typed) ? marksOf(text, typed, number) : marksOf(plain, chunk, number),
    );
    return withoutOverlaps(marks);
  };
}

function marksOf(text: string, chunk: string, number: number): Mark[] {
  const found = Object.values(STANDING).map((): Mark[] => []);
  for (let at = text.indexOf(chunk); at >= 0; at = text.indexOf(chunk, at + 1))
    found[standingAt(text, chunk, at)]!.push({ start: at, end: at + chunk.length, chunk: number });
  // A single character is only marked as a whole word.
  const worth = chunk.length === 1 ? found.slice(STANDING.whole) : found;
  const best = worth.findLast((marks) => marks.length > 0);
  if (best !== undefined) return best;
  const other = inflected(text, chunk);
  return other === undefined ? [] : [{ ...other, chunk: number }];
}

/** If two marks overlap, keeps the one that starts first, or else the longer one. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  let end = 0;
  return marks
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark) => {
      if (mark.start < end) return false;
      ({ end } = mark);
      return true;
    });
}
