import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMdx } from '../../../../src/content/outline/read-mdx.ts';

/** Pieces with a meaning in MDX and Markdown, and some without one. */
const PIECES = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '{',
    '}',
    '<!--',
    '-->',
    '<Note>',
    '</Note>',
    '<br>',
    '<b a=c>',
    '</b>',
    '{%',
    '{#a}',
  ],
  ...[
    '`',
    '```\n',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '> ',
    '| a |',
    '\\',
    '*',
    '[a](',
    ')',
    '$',
    'import ',
    'a',
    ' ',
    'é',
    '🐧',
  ],
];

describe('reading MDX', () => {
  it('finds every error with its line, in the order of the text', () => {
    const text = 'One<br>two.\n\n<Note>\n\nIf <5.\n\n```text\n<br>\n```\n\nSee <https://a.example/>.\n';
    expect(
      readMdx(text)
        .problems.map(({ line }) => line)
        .sort((a, b) => a - b),
    ).toEqual([1, 3, 5, 11]);
  });

  it.each([
    ['See <https://a.example/b>.', 'See [https://a.example/b](https://a.example/b).'],
    ['Write to <me@a.example>.', 'Write to [me@a.example](mailto:me@a.example).'],
    ['One<br>two, `<br>` three.', 'One<br />two, `<br>` three.'],
    ['<img src=a.png>', '<img src="a.png" />'],
    ['A <!-- quiet --> word', 'A {/* quiet */} word'],
    ['## Install {#install}', '## Install'],
    ['If it is <5 or <=6', 'If it is \\<5 or \\<=6'],
    ['Ask <web2_ip> then', 'Ask \\<web2_ip> then'],
    ['/etc/{a b}.conf', '/etc/\\{a b}.conf'],
  ])('answers %s with the text to write instead, which is then right', (line, corrected) => {
    const { problems } = readMdx(`Before.\n\n${line}\n\nAfter.\n`);
    expect(problems).toMatchObject([{ line: 3, fix: { line: 3, count: 1, text: corrected } }]);
    expect(readMdx(corrected).problems).toEqual([]);
  });

  it('reports one half of an element, and not the other half as well', () => {
    expect(readMdx('<Note title=a>\n\nText.\n\n</Note>\n').problems).toHaveLength(1);
    expect(readMdx('<Note>\n\nText.\n\n</Noet>\n').problems).toHaveLength(1);
    expect(readMdx('Press <kbd>Ctrl</kbd\n\nText.\n').problems).toHaveLength(1);
  });

  it('ends for any text, never throws, and keeps the number of lines', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const { text: readable, problems } = readMdx(text);
        const lines = text.split('\n').length;
        if (readable !== '') expect(readable.split('\n')).toHaveLength(lines);
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 500 },
    );
  });
});
