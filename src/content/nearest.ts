import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a typo most likely meant, if any is close enough: `tagz`, [`tags`, `title`] → `tags`. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const found = closest(word, candidates);
  return distance(word, found) <= slips(word) ? found : undefined;
}

/** How many letters may differ: two, or a third in a long word, but never all of them. */
function slips({ length }: string): number {
  return Math.min(length - 1, Math.max(2, Math.floor(length / 3)));
}

/** Turns the closest candidate into a hint. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const found = nearest(word, candidates);
  return found === undefined ? undefined : `Did you mean \`${found}\`?`;
}
