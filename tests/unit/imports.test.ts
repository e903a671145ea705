import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** What each file of `src/` imports, types included, as paths from the project. */
const imports = new Map(
  globSync('src/**/*.{ts,astro}').map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
    const paths = importedFiles.map(({ fileName }) => fileName).filter((path) => path.startsWith('.'));
    return [file, paths.map((path) => join(dirname(file), path)).filter((path) => path !== file)] as const;
  }),
);

it('no file imports itself through others', () => {
  const circles: string[][] = [];
  const done = new Set<string>();
  const follow = (file: string, way: string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const path of imports.get(file) ?? []) follow(path, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  expect(imports.size).toBeGreaterThan(0);
  expect(circles).toEqual([]);
});

it('no two folders of `src/` import each other', () => {
  const folderOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];
  const ways = new Set(
    [...imports].flatMap(([file, paths]) => paths.map((path) => `${folderOf(file)} ${folderOf(path)}`)),
  );
  const both = [...ways].filter((way) => {
    const [from, to] = way.split(' ');
    return from !== to && ways.has(`${to} ${from}`);
  });
  expect(ways).toContain('pages articles');
  // The settings in `src/site.ts` are no folder.
  expect(both.filter((way) => !way.includes('undefined'))).toEqual([]);
});

it('the pages and components import nothing of the build', () => {
  const shown = [...imports].filter(([file]) => /^src\/(?:components|layouts|pages)\//.test(file));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter(([, paths]) => paths.some((path) => path.startsWith('src/build/')))).toEqual([]);
});
