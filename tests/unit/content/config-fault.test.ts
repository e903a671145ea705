import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { missingConfig } from '../../../src/content/config-fault.ts';

it('a project needs a configuration, under any of the names that Astro knows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opsnotes-config-fault-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'astro.config.mjs.orig'), '');
  expect(missingConfig(folder)).toMatchObject({ file: join(folder, 'astro.config.mjs'), line: 1 });
  for (const name of ['astro.config.ts', 'astro.config.mjs']) {
    writeFileSync(join(folder, name), '');
    expect(missingConfig(folder)).toBeUndefined();
    rmSync(join(folder, name));
  }
});
