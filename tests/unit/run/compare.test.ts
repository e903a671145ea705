import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutput, plainLines } from '../../../src/run/compare.ts';
import { parseOutput } from '../../../src/commands/output.ts';

const compare = (expected: string, output: string) =>
  compareOutput(parseOutput(expected.split('\n')), output);

describe('output is right', () => {
  it.each([
    ['exactly', 'one\ntwo', 'one\ntwo\n'],
    ['with different spaces at line ends', 'one  \ntwo', 'one\ntwo \t\n\n'],
    ['by ... for no line', 'one\n...\ntwo', 'one\ntwo\n'],
    ['by ... for several lines', 'one\n...\ntwo', 'one\nx\ntwo\ny\ntwo\n'],
    ['by ... alone for nothing at all', '...', ''],
    ['by a regular expression', String.raw`up \d+ days? (re)`, 'up 12 days\n'],
    ['by {{*}}', 'a {{*}} c', 'a b and more c\n'],
    ['as a terminal shows an overwritten line', '100 %', '1 %\r50 %\r100 %\n'],
    ['without the colours', 'ok', '\u001b[1;32mok\u001b[0m\n'],
    ['with a terminal’s line ends', 'one\ntwo', 'one\r\ntwo\r\n'],
  ])('%s', (_how, expected, output) => {
    expect(compare(expected, output)).toBeUndefined();
  });

  it('if the article shows none', () => {
    expect(compareOutput([], 'anything\n')).toBeUndefined();
  });

  it.each([
    ['ip', '10.0.0.11 192.168.1.1 fe80::1 ::1'],
    ['mac', '02:42:0a:4d:00:01'],
    ['time', '02:05:45 2:05 02:05:45.123'],
    ['date', '2026-11-28 2026/11/28'],
    ['duration', '4.2s 350ms 12min 0.084'.replace(' 0.084', '')],
    ['size', '9.4G 831M 52428800 1.5kB 10KiB'],
    ['number', '831 -4 0.25 1,024'],
    ['percent', '10% 0.5%'],
    ['uuid', '90f75d26-bbf5-4b43-9001-b933c7e0e576'],
    ['id', '0/3000198 run-r12.service sha256:ab'],
  ])('by {{*%s}}', (name, examples) => {
    for (const example of examples.split(' ')) {
      expect(compare(`x {{*${name}}} y`, `x ${example} y\n`), example).toBeUndefined();
      expect(compare(`x {{*${name}}} y`, 'x !? y\n')).toBeDefined();
    }
  });

  it('if it equals what the article shows, for any text', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/\p{Cc}|^\.\.\.$|\(re\)$|\{\{\*/u.test(text));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const text = lines.map((one) => one.trimEnd());
        expect(compare(text.join('\n'), `${text.join('\n')}\n`)).toBeUndefined();
      }),
    );
  });
});

describe('output is wrong, with the first wrong line', () => {
  it.each([
    ['a line differs', 'one\ntwo', 'one\nzwei\n', { expected: 'two', found: 'zwei', line: 2 }],
    ['a line is missing', 'one\ntwo', 'one\n', { expected: 'two', found: undefined, line: 2 }],
    ['there is an extra line', 'one', 'one\ntwo\n', { expected: undefined, found: 'two', line: 2 }],
    ['there is none', 'one', '', { expected: 'one', found: undefined, line: 1 }],
    ['nothing fits after ...', '...\ntwo', 'a\nb\n', { expected: 'two', found: undefined, line: 3 }],
    [
      'only a part of the line fits',
      'up .* (re)',
      'is up 3\n',
      { expected: 'up .* (re)', found: 'is up 3', line: 1 },
    ],
  ])('%s', (_what, expected, output, difference) => {
    expect(compare(expected, output)).toEqual(difference);
  });
});

it('many ... in a row are compared quickly', () => {
  const expected = `${'...\nx\n'.repeat(12)}y`;
  expect(compare(expected, 'x\n'.repeat(400))).toBeDefined();
});

it('separates the lines of a terminal', () => {
  expect(plainLines('a\r\nb\rc\n\n')).toEqual(['a', 'c']);
});
