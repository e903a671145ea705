import type { PagefindResult } from './client.ts';

/** How many pages are read by Pagefind's order, and how many more where words of the query stand together. */
const BY_SCORE = +(process.env.BYS??10);
const BY_NEARNESS = +(process.env.BYN??10);

/** Words that stand together do so within so many. */
const WINDOW = +(process.env.WIN??16);

/**
 * The pages that are worth reading. Pagefind weighs a page as a whole; a long one that has the words here and there must not
 * hide the one that has them in a sentence.
 */
export function candidates(results: readonly PagefindResult[], words: number): PagefindResult[] {
  const first = results.slice(0, BY_SCORE);
  const others = results
    .slice(BY_SCORE)
    .map((result) => ({ result, near: Math.min(words, together(result.words)) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, BY_NEARNESS);
  return [...first, ...others.map(({ result }) => result)];
}

/** The most places within a window. */
function together(words: readonly number[]): number {
  const places = [...new Set(words)].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  places.forEach((place, at) => {
    while (place - places[from]! > WINDOW) from++;
    most = Math.max(most, at - from + 1);
  });
  return most;
}
