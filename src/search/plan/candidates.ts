import type { PagefindResult } from './client.ts';

/**
 * How many pages are read at a time: half by Pagefind's order, half by how close together they have the query's
 * words.
 */
const AT_ONCE = 6;

/** No more pages than this are read. */
export const MOST_READ = 30;

/** Words count as close together within this many words. */
const WINDOW = 16;

/**
 * Sorts pages by how much they are worth reading, in batches. Pagefind scores a page as a whole; a long page with the
 * words scattered over it must not hide the one that has them in a sentence.
 *
 * @param words how many words were asked
 */
export function candidates(results: readonly PagefindResult[], words: number): PagefindResult[][] {
  const near = results
    .map((result) => ({ result, near: nearness(result.words, words) }))
    .sort((a, b) => b.near - a.near)
    .map(({ result }) => result);
  const order = [...new Set(results.flatMap((result, at) => [result, near[at]!]))];
  return [order.slice(0, AT_ONCE), order.slice(AT_ONCE, MOST_READ)];
}

/** How many of the words occur in one sentence, and how many of those are adjacent. */
function nearness(places: readonly number[], words: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  return Math.min(words, together(sorted, WINDOW)) + Math.min(words, together(sorted, words - 1));
}

/** The most places within one window. */
function together(places: readonly number[], window: number): number {
  let most = 0;
  let from = 0;
  places.forEach((place, at) => {
    while (place - places[from]! > window) from++;
    most = Math.max(most, at - from + 1);
  });
  return most;
}
