import { describe, expect, it } from 'vitest';
import { AddedProject } from './added-project.ts';
import { mistakes, testMistakes } from './failing-additions.ts';

const UNDEFINED = "Cannot read properties of undefined (reading 'x')";
const BAD = "import Bad from '../../src/components/Bad.astro';\n\n";

/** Texts that throw: where, in what, and why. */
const THROWING: [text: string, line: number, what: string, why: string][] = [
  ['export const a = 1;\n\nexport const bad = [][0].x;', 11, 'a statement', UNDEFINED],
  ["export const bad = await Promise.reject(new Error('rejected'));", 9, 'a statement', 'rejected'],
  [
    "export const bad = Promise.reject(new Error('unwatched'));\n\nexport const a = 1;",
    9,
    'a statement',
    'unwatched',
  ],
  ['{1}\n\n{(await Promise.resolve([]))[0].x}', 11, 'an expression', UNDEFINED],
  ["import { one } from './bad.js';\n\n{one}", 9, '`./bad.js`', UNDEFINED],
  ["{1}\n\n{Promise.reject(new Error('unwatched'))}", 11, 'an expression', 'unwatched'],
  [
    'export const list = [];\n\n{list.length} and {list.length}\nand {\n  list[0].x\n}',
    13,
    'an expression',
    UNDEFINED,
  ],
  [
    `${BAD}<Bad />\n\nIn a sentence, <Bad with="nothing" />\nand <Bad with="string" />`,
    14,
    '`<Bad>`',
    'a string',
  ],
  [`${BAD}<Bad />\n\n{1 && <Bad with="null" />}`, 13, 'an expression', 'it threw null'],
  [`${BAD}<Bad with="exit" />`, 11, '`<Bad>`', 'it called `process.exit()`'],
  [`${BAD}<Bad />\n\n<Bad\n  with={[][0].x}\n/>`, 14, 'an expression', UNDEFINED],
  [`${BAD}<Bad>\n\nText\n\n<Bad with="error" />\n\n</Bad>`, 15, '`<Bad>`', 'The reading is not a number'],
  [`${BAD}<Bad with="promise" />`, 11, '`<Bad>`', 'unwatched'],
];

describe('the build is stopped by', () => {
  testMistakes('failing-additions', mistakes('first'));
});

it('Texts that throw stop the build all together, each with its line', async () => {
  const project = new AddedProject('throwing-additions');
  const { status, printed } = await project.buildWith(
    Object.fromEntries(THROWING.map(([text], at) => [`content/articles/failing-${at}.mdx`, text])),
  );
  const lines = printed.split('\n').filter((line) => line.includes('mdx-render'));
  expect(lines.map((line) => line.replace(/^content\/articles\//, '')).toSorted()).toEqual(
    THROWING.map(
      ([, line, what, why], at) =>
        `failing-${at}.mdx:${line}  mdx-render  Unexpected error in ${what}, expected it to render: ${why}.`,
    ).toSorted(),
  );
  expect(printed).toContain(
    'expected it to render: The reading is not a number.\n    See src/components/Bad.astro:7.\n',
  );
  expect(printed).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
});
