import { unsafeCharacters } from '../../commands/characters.ts';
import type { Repair } from './written-code.ts';

/** What blogs' software makes of plain characters: quotes, dashes, blanks, ellipses, characters without width. */
const TYPOGRAPHIC =
  /[\u00a0\u00ad\u02b9\u02bc\u00b4\u2000-\u200f\u2010-\u2015\u2018-\u201f\u2026\u202a-\u202f\u2032\u2033\u205f\u2060\u2066-\u2069\u2212\u3000\ufeff]/u;

/** How much is put right: all that looks like something else; what blogs put there; only what certainly came so. */
export type RepairScope = 'all' | 'typography' | 'damage';

/**
 * Code → the same with typographic and invisible characters put right.
 *
 * @param isKept whether a line stays as it is, such as what a program printed
 * @param scope `damage` for a text that may be no code at all: there a dash between words may be meant
 */
export function repairCode(
  text: string,
  scope: RepairScope,
  isKept: (line: number) => boolean = () => false,
): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const lines = text.split('\n').map((before, line) => {
    if (isKept(line)) return before;
    const after =
      scope === 'all'
        ? plainLine(before)
        : repairTypography(before, scope === 'damage' ? DAMAGE : TYPOGRAPHIC);
    if (after !== before) repairs.push({ line, before, after });
    return after;
  });
  return { text: lines.join('\n'), repairs };
}

/** Quotes, blanks and what nobody sees; a dash only where an option begins. */
const DAMAGE =
  /[\u00a0\u00ad\u2000-\u200f\u2011\u2018\u2019\u201c-\u201f\u2028\u2029\u202a-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff]|(?<![^\s])[\u2013\u2014](?=[A-Za-z])/u;

function repairTypography(line: string, characters: RegExp): string {
  if (!characters.test(line)) return line;
  const every = new RegExp(characters, 'gu');
  const at = new Set([...line.matchAll(every)].map(({ index }) => index));
  let index = 0;
  return Array.from(line)
    .map((character, number, all) => {
      const here = index;
      index += character.length;
      return at.has(here) ? plainPiece(character, all, number) : character;
    })
    .join('');
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
