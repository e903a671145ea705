import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexInput, writeIndex } from '../../../../src/search/index/write-index.ts';
import { aCommand, aListing, anArticle, aSection } from '../an-index.ts';

const articles = Array.from({ length: 30 }, (_, at) =>
  anArticle(`a${at}`, {
    tags: [['storage', 'Storage']],
    sections: [
      aSection('first', `Some prose of article ${at}, with words of its own: w${at}.`, [
        aCommand('step-1', `mkfs.ext4 /dev/sd${at}`),
        aListing('block-2', `/etc/a${at}.conf`, `value = ${at}`),
      ]),
    ],
  }),
);

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'opsnotes-write-'));
});

afterAll(() => rm(root, { recursive: true }));

async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(
    async (file) => [file.slice(folder.length), await readFile(file, 'base64')] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

describe('the written index', () => {
  it('is the same, byte for byte, for the same articles', async () => {
    await writeIndex(indexInput(articles), join(root, 'one'));
    await writeIndex(indexInput(articles), join(root, 'two'));
    expect(await contentOf(join(root, 'two'))).toEqual(await contentOf(join(root, 'one')));
  });

  it('has Pagefind’s client and nothing of its interface', async () => {
    await writeIndex(indexInput(articles), join(root, 'three'));
    const files = (await readdir(join(root, 'three')))
      .filter((name) => !name.endsWith('.pf_meta'))
      .toSorted();
    expect(files).toEqual([
      'common.txt',
      'digest.txt',
      'filter',
      'fragment',
      'index',
      'names.txt',
      'pagefind-entry.json',
      'pagefind.js',
      'wasm.unknown.pagefind',
    ]);
  });

  it('can be made of no articles at all', async () => {
    await writeIndex(indexInput([]), join(root, 'empty'));
    expect(await readdir(join(root, 'empty'))).toContain('pagefind-entry.json');
  });

  it('has another digest for other articles, and for the same in another order', () => {
    const digests = [articles, articles.slice(1), articles.toReversed()].map(
      (some) => indexInput(some).digest,
    );
    expect(new Set(digests).size).toBe(3);
    expect(indexInput(articles).digest).toBe(digests[0]);
  });

  it('is not there, and says why, where Pagefind ends before its time', async () => {
    // Node knows no option `--service`.
    process.env['PAGEFIND_EXTENDED_BINARY_PATH'] = process.execPath;
    try {
      await expect(writeIndex(indexInput(articles), join(root, 'none'))).rejects.toThrow(
        /^Unexpected end of Pagefind \(.+\), expected a search index\.$/,
      );
    } finally {
      delete process.env['PAGEFIND_EXTENDED_BINARY_PATH'];
    }
    await writeIndex(indexInput(articles), join(root, 'again'));
    expect(await readdir(join(root, 'again'))).toContain('pagefind.js');
  });
});
