/** How well a chunk of a query matches a text: not at all, within a word, at its beginning, or as a whole word. */
export const STANDING = { none: 0, within: 1, beginning: 2, whole: 3 } as const;
export type Standing = (typeof STANDING)[keyof typeof STANDING];

const LETTER = /[\p{L}\p{N}]/u;
/** Scripts without spaces between words: a word may start and end anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const CYRILLIC_WORD = /^\p{Script=Cyrillic}{4,}$/u;

/** The longest Russian ending; the rest of the shorter word must be the same. */
const ENDING = 3;

/** The best match of a chunk in a text; both are folded. */
export function standing(text: string, chunk: string): Standing {
  let best: Standing = STANDING.none;
  for (let at = text.indexOf(chunk); at >= 0; at = text.indexOf(chunk, at + 1)) {
    const here = standingAt(text, chunk, at);
    if (here === STANDING.whole) return here;
    if (here > best) best = here;
  }
  return best < STANDING.beginning && CYRILLIC_WORD.test(chunk) && inflected(text, chunk) !== undefined
    ? STANDING.beginning
    : best;
}

/** How a chunk at an offset of a text matches it. */
export function standingAt(text: string, chunk: string, at: number): Standing {
  if (UNSPACED.test(chunk.charAt(0))) return STANDING.whole;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + chunk.length);
  const opens = chunk.startsWith('-')
    ? !/[\p{L}\p{N}-]/u.test(before)
    : !LETTER.test(before) || !LETTER.test(chunk.charAt(0));
  if (!opens) return STANDING.within;
  // A hyphen continues the name of an option or a file, but not a plain word.
  const goesOn = LETTER.test(after) || after === '_' || (after === '-' && /[^\p{L}\p{N}]/u.test(chunk));
  return goesOn ? STANDING.beginning : STANDING.whole;
}

/** A Russian word in another form: `служба` in `список служб` → 7 */
export function inflected(text: string, chunk: string): { start: number; end: number } | undefined {
  for (const { 0: word, index } of text.matchAll(/\p{Script=Cyrillic}{3,}/gu)) {
    const shorter = Math.min(word.length, chunk.length);
    const common = Math.max(3, shorter - ENDING);
    if (
      Math.abs(word.length - chunk.length) <= ENDING + 1 &&
      word.slice(0, common) === chunk.slice(0, common)
    )
      return { start: index, end: index + word.length };
  }
  return undefined;
}
