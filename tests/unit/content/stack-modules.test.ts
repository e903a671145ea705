import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { stackPlaces } from '../../../src/content/stack-modules.ts';

const PAGE = [
  '---',
  'const names: string[] = [];',
  'const list = [];',
  "const first = names[0]!.trim() + 'a';",
  '---',
  '',
  '<p>{list[0].title}</p>',
  '<p>{names[1].length}</p>',
];

it.each([
  ['a line that is as it was written', 'const first = names[0].trim() + "a";', 'trim', 4],
  ['an expression of a template', '  return $`<p>${names[1].length}</p>`;', 'length', 8],
  ['an expression with a value in the place of a name', '  return $`<p>${[][0].title}</p>`;', 'title', 7],
  ['a line that is in the module twice or never', '  return names;', 'names', undefined],
])('finds where a bundled line comes from: %s', (_, bundled, at, line) => {
  const root = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const write = (file: string, text: string): string => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    return join(root, file);
  };
  write('src/pages/mine.astro', PAGE.join('\n'));
  const chunk = write('dist/.prerender/mine.mjs', `//#region src/pages/mine.astro\n${bundled}\n`);
  const stack = `Error: Oh.\n    at page (file://${chunk}:2:${bundled.indexOf(at) + 1})`;
  expect(stackPlaces(stack, root).map((place) => ({ ...place, file: relative(root, place.file) }))).toEqual([
    { file: 'src/pages/mine.astro', line },
  ]);
});
