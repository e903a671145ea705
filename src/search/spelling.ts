/** Putting a slip of the pen right: one letter dropped, doubled, added, replaced, or two that changed places. */

/** Words with a slip in them are at least so long; shorter ones have too many neighbours. */
const SHORTEST = 3;

/** Keys beside each other on a keyboard of three rows. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The known word that a slip most likely meant; undefined where none is near. Its number of uses decides between equals. */
export function correction(word: string, known: Readonly<Record<string, number>>): string | undefined {
  if (word.length < SHORTEST || Object.hasOwn(known, word)) return undefined;
  let best: { name: string; cost: number } | undefined;
  for (const [name, uses] of Object.entries(known)) {
    if (Math.abs(name.length - word.length) > 1) continue;
    const slip = slipCost(word, name);
    if (slip === undefined) continue;
    const cost = slip - Math.min(0.3, Math.log10(1 + uses) / 8);
    if (best === undefined || cost < best.cost) best = { name, cost };
  }
  return best?.name;
}

/** How unlikely it is that one slip made `typed` of `meant`; undefined where it takes more than one. */
export function slipCost(typed: string, meant: string): number | undefined {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  let end = 0;
  while (
    end < Math.min(typed.length, meant.length) - start &&
    typed[typed.length - 1 - end] === meant[meant.length - 1 - end]
  ) {
    end++;
  }
  const wrong = typed.slice(start, typed.length - end);
  const right = meant.slice(start, meant.length - end);
  const first = start === 0 ? 0.35 : 0;
  if (wrong.length === 2 && right.length === 2) {
    return wrong === `${right.charAt(1)}${right.charAt(0)}` ? 0.6 + first : undefined;
  }
  if (wrong.length === 1 && right.length === 0) return (isDoubled(typed, start) ? 0.6 : 0.9) + first;
  if (wrong.length === 0 && right.length === 1) return (isDoubled(meant, start) ? 0.7 : 0.85) + first;
  if (wrong.length === 1 && right.length === 1) return (areNeighbours(wrong, right) ? 0.9 : 1) + first;
  return undefined;
}

function isDoubled(word: string, at: number): boolean {
  return word[at] === word[at - 1] || word[at] === word[at + 1];
}

function areNeighbours(a: string, b: string): boolean {
  return ROWS.some(
    (row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1,
  );
}
