import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { softwareFiles } from '../../../src/content/software-digest.ts';

it('a site depends on the code, settings and data of its project, and on nothing else there', () => {
  const root = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const software = [
    '.env',
    'astro.config.mjs',
    'data/people.json',
    'package-lock.json',
    'plugins/shout.mjs',
    'public/favicon.svg',
    'src/pages/mine.astro',
  ];
  const others = [
    '.git/HEAD',
    'README.md',
    'content/articles/a.mdx',
    'dist/index.html',
    'docs/errors.md',
    'my-notes/site.yaml',
    'node_modules/a/index.js',
    'out/.opsnotes-site',
    'tests/a.test.ts',
  ];
  for (const name of [...software, ...others]) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), 'x');
  }
  expect(softwareFiles(root).map((file) => relative(root, file))).toEqual(software);
});
