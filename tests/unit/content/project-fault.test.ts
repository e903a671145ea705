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
  writeFileSync(join(root, 'posts/all.json'), '{\n  "one": {},\n  "two": {}\n}\n');
  writeFileSync(
    join(root, 'astro.config.mjs'),
    "export default {\n  trailingSlash: 'allways',\n  PORT: 1,\n};\n",
  );
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
  [
    'one entry of a file',
    {
      message: '**posts → two** data does not match collection schema.\n\n  **title**: **title: Required\n',
      loc: { file: '$/posts/all.json', line: 0 },
    },
    'posts/all.json:3',
    'posts → two data does not match collection schema. title: Required.',
  ],
  [
    'the middleware, for which Astro names the page',
    {
      message: 'No!',
      id: 'src/pages/mine.astro',
      stack: 'Error: No!\n    at handle (file://$/greeter.mjs:4:5)',
    },
    'greeter.mjs:4',
    'No!',
  ],
  [
    'the configuration of collections, in the cause',
    {
      message: '`astro sync` command failed.',
      cause: { message: 'No!', stack: 'Error: No!\n    at eval ($/src/content.config.ts:1:5)' },
    },
    'src/content.config.ts:1',
    'No!',
  ],
];

describe('what Astro throws', () => {
  it.each(ERRORS)('because of %s is a fault with its place', (_, error, place, why) => {
    const thrown = JSON.parse(JSON.stringify(error).replaceAll('$', root)) as object;
    if ('cause' in thrown) thrown.cause = Object.assign(new Error(), thrown.cause);
    const { file, line, message } = projectFault(thrown, root)!;
    expect(`${relative(root, file)}:${line}`).toBe(place);
    expect(
      message.replace(/^Unexpected error(?:, expected none| in a page, expected it to render): /, ''),
    ).toBe(why);
  });

  it('because of what a page calls also says where that is', () => {
    const stack = `Error: No!\n    at greet (file://${root}/greeter.mjs:2:81)\n    at page (file://${root}/src/pages/mine.astro:1:1)`;
    expect(projectFault({ message: 'No!', id: 'src/pages/mine.astro', stack }, root)).toMatchObject({
      file: join(root, 'src/pages/mine.astro'),
      line: 1,
      hint: 'See greeter.mjs:2.',
    });
  });

  it.each([
    [
      { issues: [{ path: ['trailingSlash'], message: 'Invalid input' }] },
      2,
      'Unexpected value of `trailingSlash`, expected one that Astro accepts: Invalid input.',
    ],
    [
      { errors: [{ name: 'EnvInvalidVariables', message: 'These are invalid.\n\n- PORT is missing\n' }] },
      3,
      'Unexpected environment, expected what `env.schema` says: `PORT` is missing.',
    ],
  ])('because of a setting is a fault of the configuration: %j', (error, line, message) => {
    expect(projectFault(error, root)).toMatchObject({ file: join(root, 'astro.config.mjs'), line, message });
  });

  it('because of our own code is not', () => {
    const ours = new Error('Oh.');
    ours.stack = `Error: Oh.\n    at texts (file://${root}/src/outputs/texts.ts:3:4)`;
    expect(projectFault(ours, root)).toBeUndefined();
    ours.stack = `Error: Oh.\n    at all (file://${root}/node_modules/astro/index.js:3:4)`;
    expect(projectFault(ours, root)).toBeUndefined();
  });
});
