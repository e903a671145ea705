import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkFolder } from '../../../src/checks/folder.ts';
import { CONTENT_CODES } from '../../../src/content/fault-codes.ts';
import { KINDS } from '../../bench/mutations/kinds.ts';

const SOUND = 'tests/fixtures/sites/sound';
const told = new Set<string>();

describe('a site in which nothing is wrong', () => {
  it('has no fault and no warning', async () => {
    const { faults, warnings } = await checkFolder(await realpath(SOUND));
    expect([...faults, ...warnings]).toEqual([]);
  });
});

describe.each([...Map.groupBy(KINDS, ({ family }) => family)])('of %s', (_family, kinds) => {
  it.each(kinds)('$name is reported at its line, and nothing else', async ({ plant }) => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'opsnotes-')));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(SOUND, folder, { recursive: true });
    const places = plant(folder).map(({ file, line }) => `${file}:${line}`);
    const { faults, warnings } = await checkFolder(folder);
    const found = [...faults, ...warnings].map(({ file, line, code }) => {
      told.add(code);
      return `${relative(folder, file)}:${line}`;
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((place) => !places.includes(place))).toEqual([]);
  });
});

describe('every code of the content', () => {
  it('is reported for at least one kind of error', () => {
    // Only a build can find out what a component throws.
    expect(Object.keys(CONTENT_CODES).filter((code) => !told.has(code))).toEqual(['mdx-render']);
  });
});
