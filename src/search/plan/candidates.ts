import type { PagefindResult } from './client.ts';

/** How many pages are read at a time, half of them by Pagefind's order and half where words of the query stand together. */
const AT_ONCE = 6;

/** No more are read. */
export const MOST_READ = 30;

/** Words that stand together do so within so many. */
const WINDOW = 16;

/**
 * Pages in the order in which they are worth reading, so many at a time. Pagefind weighs a page as a whole; a long one that
 * has the words here and there must not hide the one that has them in a sentence.
 *
 * @param words how many are asked
 */
export function candidates(results: readonly PagefindResult[], words: number): PagefindResult[][] {
  const near = results
    .map((result) => ({ result, near: nearness(result.words, words) }))
    .sort((a, b) => b.near - a.near)
    .map(({ result }) => result);
  const order = [...new Set(results.flatMap((result, at) => [result, near[at]!]))];
  return [order.slice(0, AT_ONCE), order.slice(AT_ONCE, MOST_READ)];
}

/** How many of so many words stand in a sentence, and how many of them directly together. */
function nearness(places: readonly number[], words: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  return Math.min(words, together(sorted, WINDOW)) + Math.min(words, together(sorted, words - 1));
}

/** The most places within a window. */
function together(places: readonly number[], window: number): number {
  let most = 0;
  let from = 0;
  places.forEach((place, at) => {
    while (place - places[from]! > window) from++;
    most = Math.max(most, at - from + 1);
  });
  return most;
}
