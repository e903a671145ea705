import { distance } from 'fastest-levenshtein';

/** Words with a slip in them are at least so long; shorter ones have too many neighbours. */
const SHORTEST = 3;

/** The known name that a slip most likely meant: of those of the same first letter, then of all, the one used most. */
export function correction(word: string, names: readonly string[]): string | undefined {
  if (word.length < SHORTEST) return undefined;
  const near = names.filter((name) => isSlip(word, name));
  return near.find((name) => name.startsWith(word.charAt(0))) ?? near[0];
}

/** Whether one slip of the pen makes one word of the other: a letter left out, added or replaced, or two that changed places. */
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

/** The few names that come nearest to a word, where any comes near at all. */
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
