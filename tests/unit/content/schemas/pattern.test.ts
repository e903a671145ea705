import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pattern } from '../../../../src/content/schemas/pattern.ts';

const GOOD = [
  'a',
  '.?',
  '[a-z][a-z0-9_-]*',
  String.raw`([0-9]{1,3}\.){3}[0-9]{1,3}`,
  '([0-9a-f]{2}:){5}[0-9a-f]{2}',
  '/dev/(sd[a-z]|nvme[0-9]+n[0-9]+)',
  String.raw`[$*.^]+|\^\$`,
  '[^a-c]b?',
  '[-a.]+',
  '[^-]{0,255}',
  '[-]',
  '[^^]',
  '[:a]',
  '^a(b|c)$',
  String.raw`\(\[\{\}\]\)\\\|\*\+\?`,
];

describe('a pattern', () => {
  it.each(GOOD)('may be %s', (text) => {
    expect(pattern.safeParse(text).error).toBeUndefined();
  });

  it.each([
    ['(', 'a regular expression'],
    ['a{2', 'a regular expression'],
    ['{,3}', 'a regular expression'],
    ['', 'a regular expression without an empty part'],
    ['a|', 'a regular expression without an empty part'],
    ['(|a)', 'a regular expression without an empty part'],
    ['a()b', 'a regular expression without an empty part'],
    [String.raw`\d+`, 'a regular expression that `grep -E` knows too: `[0-9]` for `\\d`'],
    [
      String.raw`(?:\d{1,3}\.){3}\d{1,3}`,
      'a regular expression that `grep -E` knows too: `(` for `(?:`, `[0-9]` for `\\d`',
    ],
    [
      String.raw`\/[\w.\-]+`,
      'a regular expression that `grep -E` knows too: `/` for `\\/`, `[A-Za-z0-9_.-]` for `[\\w.\\-]`',
    ],
    [String.raw`\bword`, 'a regular expression that `grep -E` knows too: no `\\b`'],
    [String.raw`(a)\1`, 'a regular expression that `grep -E` knows too: no `\\1`'],
    ['(?=a)b', 'a regular expression that `grep -E` knows too: no `(?=`'],
    ['(?<!a)b', 'a regular expression that `grep -E` knows too: no `(?<!`'],
    ['(?<name>a)', 'a regular expression that `grep -E` knows too: no `(?<`'],
    ['a+?b{2}?', 'a regular expression that `grep -E` knows too: no `+?`, no `{2}?`'],
    ['a{256}', 'a regular expression that `grep -E` knows too: no `{256}`'],
    ['[[:alpha:]]', 'a regular expression'],
    ['[[:alpha:]', 'a regular expression that `grep -E` knows too: no `[[:alpha:]`'],
    ['[:alpha:]', 'a regular expression that `grep -E` knows too: no `[:alpha:]`'],
    ['[^:a:]', 'a regular expression that `grep -E` knows too: no `[^:a:]`'],
    ['[]', 'a regular expression that `grep -E` knows too: no `[]`'],
    ['[^]', 'a regular expression that `grep -E` knows too: no `[^]`'],
    ['[!-~]', 'a regular expression that `grep -E` knows too: no `[!-~]`'],
    ['[A-z]', 'a regular expression that `grep -E` knows too: no `[A-z]`'],
    [String.raw`[^\]]`, 'a regular expression that `grep -E` knows too: no `[^\\]]`'],
    [String.raw`[\u0041]`, 'a regular expression that `grep -E` knows too: no `[\\u0041]`'],
    ['ё+', 'a regular expression that `grep -E` knows too: no `ё`'],
    ['a\nb', 'a regular expression that `grep -E` knows too: no `\n`'],
  ])('is not %j', (text, expected) => {
    expect(pattern.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([expected]);
  });

  it('matches the same in grep as in JavaScript', () => {
    const values = ['a', 'ab-1_c', '-', '10.0.0.1', '/dev/sda', ']', 'a]\\', '^$', '*.', '[', '([{}])\\|*+?'];
    for (const text of GOOD) expectAlike(text, values);
  });

  it('matches the same in grep as in JavaScript, whatever it is made of', () => {
    const characters = fc.constantFrom(...Array.from('ab1.-_/ ^$[](){}|*+?\\dwn:,<=!'));
    const texts = fc.string({ unit: characters, minLength: 1, maxLength: 12 });
    const good = fc.oneof(
      texts,
      fc.array(fc.constantFrom(...GOOD, '|', '+'), { maxLength: 4 }).map((parts) => parts.join('')),
    );
    const values = fc.array(fc.string({ unit: characters, maxLength: 6 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(good, values, (text, some) => {
        fc.pre(pattern.safeParse(text).success);
        expectAlike(text, some);
      }),
    );
  });
});

/** Checks that a pattern matches the same values, as a whole, on the page and in a script. */
function expectAlike(text: string, values: readonly string[]): void {
  const onPage = new RegExp(`^(?:${text})$`, 'u');
  for (const LC_ALL of ['C', 'C.UTF-8']) {
    const env = { PATH: process.env['PATH'], LC_ALL };
    const { stdout, stderr } = spawnSync('grep', ['-Ex', '-e', text], {
      input: values.map((value) => `${value}\n`).join(''),
      env,
      encoding: 'utf8',
    });
    expect({ text, stderr, matched: stdout.split('\n').slice(0, -1) }).toEqual({
      text,
      stderr: '',
      matched: values.filter((value) => onPage.test(value)),
    });
  }
}
