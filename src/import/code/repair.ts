import { unsafeCharacters } from '../../commands/characters.ts';
import type { Repair } from './written-code.ts';

/**
 * Replacements that blog software makes for plain characters: quotes, dashes, spaces, ellipses, characters without
 * width.
 */
const TYPOGRAPHIC =
  /[\u00a0\u00ad\u02b9\u02bc\u00b4\u2000-\u200f\u2010-\u2015\u2018-\u201f\u2026\u202a-\u202f\u2032\u2033\u205f\u2060\u2066-\u2069\u2212\u3000\ufeff]/u;

/** How much to repair: all look-alikes, only what blog software does, or only what is certainly damage. */
export type RepairScope = 'all' | 'typography' | 'damage';

/**
 * Replaces typographic and invisible characters in code.
 *
 * @param isKept whether a line stays unchanged, such as a program's output
 * @param scope `damage` for text that may not be code: a dash between its words may be intended
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

/** Quotes, spaces and invisible characters; a dash only at the start of an option. */
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

/** Replaces one character. Its neighbours decide whether a dash used to be two hyphens. */
function plainPiece(character: string, all: readonly string[], index: number): string {
  if (/\p{Extended_Pictographic}|\ufe0f/u.test(all[index - 1] ?? '')) return character;
  const ascii = (text: string): string => text.replace(/[^\t -~]/gu, '_');
  const [before, after] = [ascii(all.slice(0, index).join('')), ascii(all.slice(index + 1).join(''))];
  const line = plainLine(before + character + after);
  return line.slice(before.length, line.length - after.length);
}

/** Repairs everything that the block parser finds in a line. */
function plainLine(line: string): string {
  let result = line;
  // A repair may uncover another fault; after three rounds none is left.
  for (let turn = 0; turn < 3; turn++) {
    const hint = unsafeCharacters(result, { line: 1, column: 1 })[0]?.hint;
    if (hint === undefined || hint === result) break;
    result = hint;
  }
  return result;
}
