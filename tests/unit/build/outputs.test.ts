import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isWhole, ledgerOf, Outputs, type BuiltSite } from '../../../src/build/outputs.ts';

let folder: string;
let last: BuiltSite;
let outputs: Outputs;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-'));
  for (const name of ['old/a', 'old/b', 'new']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'old/a/index.html'), 'A');
  writeFileSync(join(folder, 'old/b/index.html'), 'B');
  const digests = new Map([
    ['a/index.html', 'of-a'],
    ['b/index.html', 'of-b'],
  ]);
  last = {
    folder: join(folder, 'old'),
    ledger: ledgerOf(join(folder, 'old'), digests, new Map([['b/index.html', 1]])),
  };
  outputs = new Outputs(last, join(folder, 'new'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a file of the last build', () => {
  it('is kept if its inputs are the same', () => {
    expect(outputs.has('a/index.html', 'of-a')).toBe(true);
    expect(existsSync(join(folder, 'new/a'))).toBe(false);
    expect(isWhole(last)).toBe(true);
  });

  it('is among the new ones if it has been renamed', () => {
    expect(outputs.has('c/d/index.html', 'of-b')).toBe(true);
    expect(readFileSync(join(folder, 'new/c/d/index.html'), 'utf8')).toBe('B');
  });

  it('is made again if its inputs have changed', () => {
    expect(outputs.has('a/index.html', 'of-something-else')).toBe(false);
  });

  it.each([
    ['is gone', (file: string) => rmSync.bind(null, file)],
    ['was cut off', (file: string) => writeFileSync.bind(null, file, '')],
    ['was changed to the same length', (file: string) => writeFileSync.bind(null, file, 'X')],
    ['was touched', (file: string) => utimesSync.bind(null, file, 1, 1)],
  ])('is made again if it %s', (_what, damage) => {
    damage(join(folder, 'old/a/index.html'))();
    expect(outputs.has('a/index.html', 'of-a')).toBe(false);
    expect(isWhole(last)).toBe(false);
  });

  it('is made again if it was somebody’s own, in the place of ours, though it was kept before', () => {
    const old = join(folder, 'old');
    expect(outputs.has('b/index.html', 'of-b')).toBe(true);
    writeFileSync(join(old, 'b/index.html'), 'Mine');
    const ledger = ledgerOf(old, outputs.digests, outputs.sizes);
    const next = new Outputs({ folder: old, ledger }, join(folder, 'new'));
    expect(next.has('b/index.html', 'of-b')).toBe(false);
    expect(isWhole({ folder: old, ledger })).toBe(true);
  });
});
