import { distance } from 'fastest-levenshtein';

/** Shorter words aren't corrected: they have too many neighbours. */
const SHORTEST = 3;

/**
 * The known name that a typo most likely stands for: the most used one with the same first letter, or else the most
 * used of all.
 *
 * @param first whether the first letter may be the wrong one; in a sentence, `dead` isn't meant to be `head`
 */
export function correction(word: string, names: readonly string[], first = true): string | undefined {
  if (word.length < SHORTEST) return undefined;
  const near = names.filter((name) => isSlip(word, name));
  return near.find((name) => name.startsWith(word.charAt(0))) ?? (first ? near[0] : undefined);
}

/** Whether one typo turns one word into the other: a letter left out, added or replaced, or two letters swapped. */
export function isSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed === meant) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  const left = typed.slice(start);
  const right = meant.slice(start);
  const [restLeft, restRight] = [left.slice(1), right.slice(1)];
  if (restLeft === right || left === restRight || restLeft === restRight) return true;
  return left.slice(0, 2) === `${right.charAt(1)}${right.charAt(0)}` && left.slice(2) === right.slice(2);
}

/** The few names closest to a word, if any is close at all. */
export function nearest(word: string, names: readonly string[]): string[] {
  if (word.length < SHORTEST) return [];
  const most = Math.max(1, Math.floor(word.length / 3));
  return names
    .filter((name) => isOption(name) === isOption(word))
    .map((name) => ({
      name,
      edits: Math.abs(name.length - word.length) > most ? Infinity : distance(word, name),
    }))
    .filter(({ edits }) => edits <= most && edits < word.length)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}

const MOST_NEAR = 3;

function isOption(word: string): boolean {
  return word.startsWith('-');
}
