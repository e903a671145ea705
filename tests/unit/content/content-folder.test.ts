import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isGone } from '../../../src/content/content-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-content-folder-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('a file is gone once it, or its folder, is deleted', () => {
  const file = join(folder, 'a.mdx');
  writeFileSync(file, '');
  expect(isGone(file)).toBe(false);
  rmSync(file);
  expect(isGone(file)).toBe(true);
  rmSync(folder, { recursive: true });
  expect(isGone(file)).toBe(true);
});

it.each(['a link that leads nowhere', 'a name that is not UTF-8'])('%s is not gone', (what) => {
  if (what.includes('link')) symlinkSync('nowhere', join(folder, 'a\u{fffd}.mdx'));
  else
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, 'a')), Buffer.from([0xff]), Buffer.from('.mdx')]),
      '',
    );
  // Node shows the byte that isn't UTF-8 as U+FFFD, and then finds no such file.
  expect(isGone(join(folder, 'a\u{fffd}.mdx'))).toBe(false);
});
