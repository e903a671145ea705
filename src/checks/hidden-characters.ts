import { UNSAFE_CHARACTERS } from '../commands/character-table.ts';
import type { ContentCode } from '../content/fault-codes.ts';

/** A problem with the characters of a line; each kind is reported once. */
export interface CharacterProblem {
  code: Extract<ContentCode, 'hidden-character' | 'broken-encoding'>;
  message: string;
  hint?: string;
}

/**
 * Finds characters that reorder others or are invisible, and traces of text read in the wrong encoding. Marks that some scripts
 * need (U+200C to U+200F) are allowed next to letters of those scripts.
 */
export function hiddenCharacters(line: string): CharacterProblem[] {
  // A shortcut for nearly every line.
  if (/^[\u0020-\u007e\t]*$/.test(line)) return [];
  const hidden = [...new Set(line.match(HIDDEN) ?? [])].map((character) => hiddenProblem(character));
  return [...hidden, ...encodingProblem(line)];
}

/** Removes invisible characters from a line. */
export function withoutHidden(line: string): string {
  return line.replace(HIDDEN, '');
}

/** Bidirectional controls, zero-width characters, separators, tags; a byte order mark within the text. */
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\u{e0000}-\u{e007f}]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\ufe0f])[\u200c-\u200f]|[\u200c-\u200f](?![\p{L}\p{M}\p{Extended_Pictographic}])|(?<=[\p{Script=Latin}\p{Script=Cyrillic}])[\u200c-\u200f]/gu;

function hiddenProblem(character: string): CharacterProblem {
  const number = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const { name = '' } = UNSAFE_CHARACTERS.get(character) ?? {};
  const message = `Unexpected character ${`U+${number} ${name}`.trimEnd()}, expected none that is invisible.`;
  return { code: 'hidden-character', message };
}

/** UTF-8 read as Windows-1252 and saved again: `â€™` for `’`, `Ã©` for `é`, `Ð¿Ñ€` for `пр`. */
const TWICE =
  /[ÃÂ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|â€|â„¢|(?:[ÐÑ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]){2}|(?:Р[\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u2013-\u2122°±µ]|С[\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u2013-\u2122]){3}/u;

function encodingProblem(line: string): CharacterProblem[] {
  const found = line.includes('\ufffd') ? '\ufffd' : TWICE.exec(line)?.[0];
  if (found === undefined) return [];
  const what = found === '\ufffd' ? 'U+FFFD REPLACEMENT CHARACTER' : `\`${found}\``;
  const message = `Unexpected ${what}, expected the original character: the text was read in the wrong encoding.`;
  return [{ code: 'broken-encoding', message }];
}
