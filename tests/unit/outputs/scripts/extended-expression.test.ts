import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { extendedExpression } from '../../../../src/outputs/scripts/extended-expression.ts';

describe('a regular expression for grep -E', () => {
  it.each([
    [String.raw`\d+`, '[0-9]+'],
    [String.raw`[\d.]+`, '[0-9.]+'],
    [String.raw`[\w.\-]+`, '[A-Za-z0-9_.-]+'],
    [String.raw`[^\]\-^]`, '[^]^-]'],
    [String.raw`[\^]`, String.raw`\^`],
    [String.raw`[\^\-]`, '[-^]'],
    [String.raw`\/a\.b\$`, String.raw`/a\.b\$`],
    ['(?:a|b){2,3}', '(a|b){2,3}'],
    [String.raw`\[[a-z]\]`, String.raw`\[[a-z]\]`],
  ])('says the same: %s → %s', (pattern, extended) => {
    expect(extendedExpression(pattern)).toBe(extended);
  });

  it.each([
    '(?=a)b',
    '(?!a)b',
    '(?<=a)b',
    '(?<name>a)',
    String.raw`(a)\1`,
    'a+?',
    'a{2}?',
    String.raw`\p{L}`,
    String.raw`\bword`,
    String.raw`\u0041`,
    String.raw`[\u0041]`,
    String.raw`[!-\]]`,
    '[[:alpha:]]',
    '[]',
    '[^]',
  ])('does not exist for %s', (pattern) => {
    expect(extendedExpression(pattern)).toBeUndefined();
  });

  const PATTERNS = [
    String.raw`[a-z][a-z0-9_-]*`,
    String.raw`\d{1,3}(?:\.\d{1,3}){3}`,
    String.raw`[\w.\-]+`,
    String.raw`[^\s\/]+`,
    String.raw`[\]a\\]+`,
    String.raw`[-a.]+`,
    String.raw`(?:[0-9a-f]{2}:){5}[0-9a-f]{2}`,
    String.raw`\/dev\/(?:sd[a-z]|nvme\d+n\d+)`,
    String.raw`[\^$*.]+|\^\$`,
    '.?',
    '[^a-c]b?',
  ];
  const VALUES = [
    ...[
      'a',
      'ab-1_c',
      'a.b',
      '-a',
      'A',
      '1',
      '10.0.0.1',
      '10.0.0',
      '10x0x0x1',
      'a/b',
      '/dev/sda',
      '/dev/nvme0n1',
    ],
    ...[
      '/dev/sd',
      '00:1a:2b:3c:4d:5e',
      ']',
      'a]\\',
      '\\',
      '^',
      '^$',
      '*.',
      'd',
      'db',
      'Я',
      '🐧',
      'a\tb',
      '[',
      'w',
      's',
    ],
  ];

  it('matches in grep what it matches in JavaScript', () => {
    for (const pattern of PATTERNS) {
      const whole = new RegExp(`^(?:${pattern})$`, 'u');
      const { stdout } = spawnSync('grep', ['-Ex', '-e', extendedExpression(pattern)!], {
        input: VALUES.join('\n'),
        env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
        encoding: 'utf8',
      });
      const matched = stdout.split('\n').slice(0, -1);
      expect([pattern, ...matched]).toEqual([pattern, ...VALUES.filter((value) => whole.test(value))]);
    }
  });
});
