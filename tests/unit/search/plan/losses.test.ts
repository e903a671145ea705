import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Finder } from '../../../../src/search/plan/find.ts';
import { openFolder } from '../../../../src/search/plan/node.ts';
import { anArticle, anIndex, aSection } from '../an-index.ts';

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  const text = 'Here the hippogriff stands, in one sentence only.';
  ({ folder, remove } = await anIndex([anArticle('one', { sections: [aSection('', text)] })]));
});

afterAll(() => remove());

describe.each(['/index/', '/fragment/'])('a file below %s', (part) => {
  it.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['that is not there', () => fail()],
    ['that is empty', () => new Uint8Array()],
    ['that is cut off', (bytes) => bytes.slice(0, bytes.length / 2)],
    ['that is another', () => new TextEncoder().encode('<!doctype html><title>Not found</title>')],
  ])('%s is no word that nobody wrote', async (_, damaged) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let isDamaged = true;
    const index = await openFolder(folder, async (file) => {
      const bytes = await readFile(file);
      return isDamaged && file.includes(part) ? damaged(bytes) : bytes;
    });
    await expect(new Finder(index).find('hippogriff')).rejects.toThrow();
    isDamaged = false;
    expect((await new Finder(index).find('hippogriff')).articles).toHaveLength(1);
    vi.restoreAllMocks();
  });
});

it('a site without an article has nothing to find', async () => {
  const empty = await anIndex([]);
  const { articles, commands, unknown } = await empty.finder.find('hippogriff');
  expect([...articles, ...commands]).toEqual([]);
  expect(unknown).toEqual(['hippogriff']);
  await empty.remove();
});

function fail(): never {
  throw new Error('not there');
}
