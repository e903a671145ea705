import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCache, writeCache } from '../../../src/content/cache-file.ts';

const DATA = { articles: [{ published: new Date(0), tags: ['xen'] }], ledger: new Map([['a', 1]]) };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  file = join(folder, 'deep', 'content');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a cache file', () => {
  it('returns what was stored, dates and maps too, and leaves nothing next to it', () => {
    writeCache(file, '1', DATA);
    expect(readCache(file, '1')).toEqual(DATA);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['content']);
  });

  it('is ignored if it does not exist', () => {
    expect(readCache(file, '1')).toBeUndefined();
  });

  it('is ignored by another version', () => {
    writeCache(file, '1', DATA);
    expect(readCache(file, '2')).toBeUndefined();
  });

  it.each([0, 1, 31, 32, 33, 60])('is ignored when cut off after %i bytes', (bytes) => {
    writeCache(file, '1', DATA);
    truncateSync(file, bytes);
    expect(readCache(file, '1')).toBeUndefined();
  });

  it('is ignored when any byte of it has changed', () => {
    writeCache(file, '1', DATA);
    const good = readFileSync(file);
    for (let at = 0; at < good.length; at++) {
      const damaged = Buffer.from(good);
      damaged[at]! ^= 1;
      writeFileSync(file, damaged);
      expect(readCache(file, '1'), String(at)).toBeUndefined();
    }
  });
});
