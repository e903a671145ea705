import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFault } from '../../../src/content/project-fault.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  for (const file of [
    'astro.config.mjs',
    'greeter.mjs',
    'posts/one.md',
    'src/content.config.ts',
    'src/components/greet.ts',
    'src/outputs/texts.ts',
    'src/pages/mine.astro',
    'node_modules/astro/index.js',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

/** As Astro and Vite throw them; `$` stands for the project. */
const ERRORS: [of: string, error: object, place: string, why: string][] = [
  [
    'a page that does not compile',
    {
      message: 'Build failed with 1 error:',
      errors: [
        {
          message: 'Unexpected token',
          id: '$/src/pages/mine.astro',
          loc: { line: 5, file: '$/src/pages/mine.astro' },
        },
      ],
    },
    'src/pages/mine.astro:5',
    'Unexpected token.',
  ],
  [
    'a module that does not compile',
    {
      errors: [
        {
          message:
            '$/src/components/greet.ts: Missing semicolon. (1:41)\n\n> 1 | let a b;\n    |      ^\n  2 |',
          id: '$/src/components/greet.ts',
          loc: { line: 1, column: 41 },
        },
      ],
    },
    'src/components/greet.ts:1',
    'Missing semicolon.',
  ],
  [
    'an import that fails',
    {
      errors: [
        {
          message:
            '\u001B[31m[UNRESOLVED_IMPORT] \u001B[0mCould not resolve "./a.astro"\n   ╭─[ src/pages/mine.astro:2:18 ]',
          id: '$/src/pages/mine.astro',
          loc: { line: 2 },
        },
      ],
    },
    'src/pages/mine.astro:2',
    'Could not resolve "./a.astro".',
  ],
  [
    'an import of the configuration',
    {
      message:
        'Failed to load url ./a.mjs (resolved id: ./a.mjs) in $/astro.config.mjs. Does the file exist?',
    },
    'astro.config.mjs:1',
    'Failed to load url ./a.mjs (resolved id: ./a.mjs) in astro.config.mjs. Does the file exist?',
  ],
  [
    'an entry of an own collection',
    {
      message: '**posts → one** data does not match collection schema.\n\n  **title**: Required\n',
      loc: { file: '$/posts/one.md', line: 0 },
    },
    'posts/one.md:1',
    'posts → one data does not match collection schema. title: Required.',
  ],
  [
    'an integration',
    {
      message: 'No!',
      stack: 'Error: No!\n    at $/node_modules/astro/index.js:1:1\n    at setup (file://$/greeter.mjs:2:81)',
    },
    'greeter.mjs:2',
    'No!',
  ],
];

describe('what Astro throws', () => {
  it.each(ERRORS)('because of %s is a fault with its place', (_, error, place, why) => {
    const thrown = JSON.parse(JSON.stringify(error).replaceAll('$', root)) as object;
    const { file, line, message } = projectFault(thrown, root)!;
    expect(`${relative(root, file)}:${line}`).toBe(place);
    expect(
      message.replace(/^Unexpected error(?:, expected none| in a page, expected it to render): /, ''),
    ).toBe(why);
  });

  it('because of our own code is not', () => {
    const ours = new Error('Oh.');
    ours.stack = `Error: Oh.\n    at texts (file://${root}/src/outputs/texts.ts:3:4)`;
    expect(projectFault(ours, root)).toBeUndefined();
    ours.stack = `Error: Oh.\n    at all (file://${root}/node_modules/astro/index.js:3:4)`;
    expect(projectFault(ours, root)).toBeUndefined();
  });
});
