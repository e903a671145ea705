import { unsafeCharacters } from '../../commands/characters.ts';
import type { Repair } from './written-code.ts';

/** What blogs' software makes of plain characters: quotes, dashes, blanks, ellipses, characters without width. */
const TYPOGRAPHIC =
  /[\u00a0\u00ad\u02b9\u02bc\u00b4\u2000-\u200f\u2010-\u2015\u2018-\u201f\u2026\u202a-\u202f\u2032\u2033\u205f\u2060\u2066-\u2069\u2212\u3000\ufeff]/u;

/**
 * Code → the same with typographic and invisible characters put right.
 *
 * @param isKept whether a line stays as it is, such as what a program printed
 * @param all also what no software puts there by itself: letters of another alphabet, control characters
 */
export function repairCode(
  text: string,
  { isKept = () => false, all = false }: { isKept?: (line: number) => boolean; all?: boolean } = {},
): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const lines = text.split('\n').map((before, line) => {
    if (isKept(line)) return before;
    const after = all ? plainLine(before) : repairTypography(before);
    if (after !== before) repairs.push({ line, before, after });
    return after;
  });
  return { text: lines.join('\n'), repairs };
}

function repairTypography(line: string): string {
  if (!TYPOGRAPHIC.test(line)) return line;
  // Other characters stand in for themselves while the line is put right.
  const others = [...line].map((character, index, all) => (isOther(character, all[index - 1]) ? character : undefined));
  if (others.every((character) => character === undefined)) return plainLine(line);
  return [...line]
    .map((character, index, all) => (TYPOGRAPHIC.test(character) ? plainPiece(character, all, index) : character))
    .join('');
}

/** Not ASCII, and nothing that blogs put there; a joiner belongs to its emoji. */
function isOther(character: string, before: string | undefined): boolean {
  return character > '~' && (!TYPOGRAPHIC.test(character) || (before !== undefined && /\p{Extended_Pictographic}/u.test(before)));
}

/** One character in its place: what stands around it decides whether a dash was two. */
function plainPiece(character: string, all: readonly string[], index: number): string {
  if (/\p{Extended_Pictographic}|\ufe0f/u.test(all[index - 1] ?? '')) return character;
  const ascii = (text: string): string => text.replace(/[^\t -~]/gu, '_');
  const [before, after] = [ascii(all.slice(0, index).join('')), ascii(all.slice(index + 1).join(''))];
  const line = plainLine(before + character + after);
  return line.slice(before.length, line.length - after.length);
}

/** A line with everything put right that the parser of blocks finds in it. */
function plainLine(line: string): string {
  let result = line;
  // A second look may find what the first had hidden; after a third nothing is left.
  for (let turn = 0; turn < 3; turn++) {
    const hint = unsafeCharacters(result, { line: 1, column: 1 })[0]?.hint;
    if (hint === undefined || hint === result) break;
    result = hint;
  }
  return result;
}
