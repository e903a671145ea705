import { CONTROL_NAMES, LOOK_ALIKES, UNSAFE_CHARACTERS, type Replacement } from './character-table.ts';
import type { Place, Problem } from './problems.ts';

/** Nearly every line is plain ASCII and needs no closer look. */
const suspicious = /[^\t\n\x20-\x7e]/;

/** A word of letters, which must not mix scripts. */
const word = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** An option made only of look-alikes: the `с` of `tar -с`. */
const option = /(?<=(?:^|\s)--?)[\p{Script=Cyrillic}\p{Script=Greek}]+(?=[\s=]|$)/gu;

/** A joiner holds emoji together, and a selector colours them. */
const emojiJoint =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)(?:\u200d|\ufe0f)|\ufe0f(?=\u20e3)/gu;

/**
 * Characters without a table entry: controls, lone surrogates, full-width and mathematical Latin letters, selectors,
 * tags.
 */
const others = new RegExp(
  [
    String.raw`[\x00-\x08\x0b-\x1f\x7f-\x9f]`,
    String.raw`\p{Surrogate}`,
    String.raw`[\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]`,
    String.raw`[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]`,
  ].join('|'),
  'u',
);

/**
 * Finds characters that look like another one or are invisible, once for each line and character. The hint is the
 * corrected line. Works for fences, inline code, file names and examples.
 *
 * @param at where the text begins in the file
 */
export function unsafeCharacters(text: string, at: Place): Problem[] {
  if (!suspicious.test(text)) return [];
  return text.split('\n').flatMap((line, index) => {
    if (!suspicious.test(line)) return [];
    return problemsOfLine(line, { line: at.line + index, column: index === 0 ? at.column : 1 });
  });
}

/** A word in Cyrillic or Greek letters → the Latin word it looks like, or undefined. */
export function latinOf(text: string): string | undefined {
  if (!suspicious.test(text)) return undefined;
  const letters = text.split('').map((letter) => LOOK_ALIKES.get(letter)?.instead);
  return letters.includes(undefined) ? undefined : letters.join('');
}

type Finding = Replacement & { index: number; character: string };

function problemsOfLine(line: string, at: Place): Problem[] {
  const findings = findInLine(line);
  const hint = correct(line, findings);
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.character)) first.set(finding.character, finding);
  return [...first.values()].map(({ character, name, instead, index }) => {
    const found = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} ${name}`;
    const message = `Unexpected ${found}, expected ${describe(instead, character)}.`;
    return { code: 'unsafe-character', line: at.line, column: at.column + index, message, hint };
  });
}

function findInLine(line: string): Finding[] {
  const joints = new Set([...line.matchAll(emojiJoint)].map(({ index }) => index));
  const findings: Finding[] = [];
  let index = 0;
  for (const character of line) {
    const unsafe = joints.has(index) ? undefined : unsafeReplacement(character, line, index);
    if (unsafe) findings.push({ ...unsafe, index, character });
    index += character.length;
  }
  findings.push(...lookAlikes(line));
  return findings.sort((one, other) => one.index - other.index);
}

function unsafeReplacement(character: string, line: string, index: number): Replacement | undefined {
  const known = UNSAFE_CHARACTERS.get(character);
  if (known) return character === '–' && isLostOption(line, index) ? { ...known, instead: '--' } : known;
  if (character <= '\x7e' && character >= ' ') return undefined;
  return others.test(character) ? { instead: plainForm(character), name: nameOf(character) } : undefined;
}

/** `–force` was `--force` before a blog's software prettified it. */
function isLostOption(line: string, index: number): boolean {
  return (
    /^(?:^|.*\s)$/s.test(line.slice(Math.max(0, index - 1), index)) && /^[a-z]{2}/.test(line.slice(index + 1))
  );
}

function plainForm(character: string): string {
  const plain = character.normalize('NFKC');
  return /^[!-~]$/.test(plain) ? plain : '';
}

function nameOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < CONTROL_NAMES.length) return CONTROL_NAMES[code]!;
  if (code === 0x7f) return 'DELETE';
  if (code < 0xa0) return 'CONTROL CHARACTER';
  if (code >= 0xd800 && code <= 0xdfff) return 'HALF OF A SURROGATE PAIR';
  if (code >= 0xe0000) return 'TAG CHARACTER OR VARIATION SELECTOR';
  if (code >= 0xfe00 && code <= 0xfe0f) return `VARIATION SELECTOR-${code - 0xfdff}`;
  return `${code >= 0x1d400 ? 'MATHEMATICAL' : 'FULLWIDTH'} FORM OF ${character.normalize('NFKC')}`;
}

/** Words that mix scripts, and options made only of look-alikes. */
function lookAlikes(line: string): Finding[] {
  const options = [...line.matchAll(option)].filter(([text]) => text.split('').every(isLookAlike));
  return [
    ...[...line.matchAll(word)].flatMap(({ 0: text, index }) => mixedLetters(text, index)),
    ...options.flatMap(({ 0: text, index }) => replaced(text, index, foreign, LOOK_ALIKES)),
  ];
}

/** The letters in a word that don't belong to the script of its other letters. */
function mixedLetters(text: string, index: number): Finding[] {
  const strangers = text.match(foreign);
  if (!strangers || !latin.test(text)) return [];
  if (strangers.every(isLookAlike)) return replaced(text, index, foreign, LOOK_ALIKES);
  // A Greek letter without a Latin look-alike is a unit or a symbol: μs, kΩ.
  return cyrillic.test(text) ? replaced(text, index, /\p{Script=Latin}/gu, latinInCyrillic) : [];
}

function replaced(
  text: string,
  start: number,
  letters: RegExp,
  table: ReadonlyMap<string, Replacement>,
): Finding[] {
  return [...text.matchAll(letters)].map(({ 0: character, index }) => {
    const known = table.get(character) ?? { instead: character, name: nameOfLetter(character) };
    return { ...known, index: start + index, character };
  });
}

function isLookAlike(letter: string): boolean {
  return LOOK_ALIKES.has(letter);
}

/** Latin letter → the Cyrillic one that was meant. */
const latinInCyrillic: ReadonlyMap<string, Replacement> = new Map(
  [...LOOK_ALIKES]
    .filter(([letter]) => cyrillic.test(letter))
    .map(([letter, { instead }]) => [instead, { instead: letter, name: nameOfLetter(instead) }]),
);

function nameOfLetter(letter: string): string {
  const size = letter === letter.toUpperCase() ? 'CAPITAL' : 'SMALL';
  return /[A-Za-z]/.test(letter) ? `LATIN ${size} LETTER ${letter.toUpperCase()}` : `LETTER ${letter}`;
}

function correct(line: string, findings: readonly Finding[]): string {
  let [corrected, end] = ['', 0];
  for (const { index, character, instead } of findings) {
    if (index < end) continue;
    corrected += line.slice(end, index) + instead;
    end = index + character.length;
  }
  return corrected + line.slice(end);
}

function describe(instead: string, character: string): string {
  if (instead === character) return 'a word in one script';
  if (instead === '') return 'nothing there';
  if (instead === ' ') return 'a space';
  if (instead === '\n') return 'a new line';
  return `\`${instead}\``;
}
