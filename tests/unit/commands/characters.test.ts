import { describe, expect, test } from 'vitest';
import { unsafeCharacters } from '../../../src/commands/characters.ts';

const at = { line: 1, column: 1 };

test('reports where the character is, what it is, and how the line should read', () => {
  expect(unsafeCharacters('ls\nyum –y install', { line: 10, column: 5 })).toEqual([
    {
      code: 'unsafe-character',
      line: 11,
      column: 5,
      message: 'Unexpected U+2013 EN DASH, expected `-`.',
      hint: 'yum -y install',
    },
  ]);
});

test('counts from where the text begins, even within a line of prose', () => {
  expect(unsafeCharacters('a\u00a0b', { line: 3, column: 20 })[0]).toMatchObject({ line: 3, column: 21 });
});

test('reports each character once per line', () => {
  expect(unsafeCharacters('“a” “b”\n“c', at).map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [1, 3],
    [2, 1],
  ]);
});

test.each([
  ['a dash made from two hyphens', 'rm –force', 'U+2013 EN DASH', 'rm --force'],
  ['a minus sign', 'ls −l', 'U+2212 MINUS SIGN', 'ls -l'],
  ['an em dash', 'git log —all', 'U+2014 EM DASH', 'git log --all'],
  ['a curly apostrophe', 'echo ‘a’', 'U+2018 LEFT SINGLE QUOTATION MARK', "echo 'a'"],
  ['an ellipsis', 'ls …', 'U+2026 HORIZONTAL ELLIPSIS', 'ls ...'],
  ['a no-break space', 'ls\u00a0-l', 'U+00A0 NO-BREAK SPACE', 'ls -l'],
  ['a thin space', 'ls\u2009-l', 'U+2009 THIN SPACE', 'ls -l'],
  ['a zero-width space', 'l\u200bs', 'U+200B ZERO WIDTH SPACE', 'ls'],
  ['a byte order mark', '\ufeffls', 'U+FEFF ZERO WIDTH NO-BREAK SPACE', 'ls'],
  ['a soft hyphen', 'sys\u00adctl', 'U+00AD SOFT HYPHEN', 'sysctl'],
  ['a bidirectional override', 'a\u202eb', 'U+202E RIGHT-TO-LEFT OVERRIDE', 'ab'],
  ['an isolate', 'a\u2066b', 'U+2066 LEFT-TO-RIGHT ISOLATE', 'ab'],
  ['a carriage return', 'ls\r', 'U+000D CARRIAGE RETURN', 'ls'],
  ['an escape', '\u001b[1mls', 'U+001B ESCAPE', '[1mls'],
  ['a null', 'l\0s', 'U+0000 NULL', 'ls'],
  ['a ligature from a typeset document', 'con\ufb01gure', 'U+FB01 LATIN SMALL LIGATURE FI', 'configure'],
  ['a full-width letter', 'ｌs', 'U+FF4C FULLWIDTH FORM OF l', 'ls'],
  ['a mathematical letter', '𝚕s', 'U+1D695 MATHEMATICAL FORM OF l', 'ls'],
  ['a Cyrillic letter in a Latin word', 'cаt', 'U+0430 CYRILLIC SMALL LETTER A', 'cat'],
  ['a Greek letter in a Latin word', 'lοgs', 'U+03BF GREEK SMALL LETTER OMICRON', 'logs'],
  ['a Latin letter in a Cyrillic word', 'echo пpивет', 'U+0070 LATIN SMALL LETTER P', 'echo привет'],
  ['an option in the wrong alphabet', 'tar -с x', 'U+0441 CYRILLIC SMALL LETTER ES', 'tar -c x'],
  ['a tag character', 'ls\u{e0041}', 'U+E0041 TAG CHARACTER OR VARIATION SELECTOR', 'ls'],
  ['half a pair', 'ls\ud800', 'U+D800 HALF OF A SURROGATE PAIR', 'ls'],
])('rejects %s', (_, text, name, corrected) => {
  const [problem] = unsafeCharacters(text, at);
  expect(problem?.message).toContain(`Unexpected ${name}, `);
  expect(problem?.hint).toBe(corrected);
});

describe('accepts', () => {
  test.each([
    'plain\ttext\n  with blanks',
    'echo "Привет, мир"',
    '# с комментарием',
    'echo из-за того',
    'echo "héllo wörld, ça va, naïve"',
    'echo 日本語',
    'echo "5 μs, 3 kΩ, 20 °C, ½"',
    '● nginx.service └─42',
    'echo "✔️ 👩‍👩‍👧 1️⃣"',
    'файл.txt /srv/данные',
  ])('%s', (text) => {
    expect(unsafeCharacters(text, at)).toEqual([]);
  });
});
