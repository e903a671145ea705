import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-code-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Loads a module, as a command does. */
function load(): void {
  const module = JSON.stringify(resolve('src/cli/compiled-code.ts'));
  const script = `const { keepCompiledCode } = await import(${module}); keepCompiledCode(${JSON.stringify(folder)}); await import('yaml');`;
  const { NODE_COMPILE_CACHE, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}

function countFiles(): number {
  return readdirSync(folder, { recursive: true }).length;
}

it('is kept from one command to the next', () => {
  load();
  const count = countFiles();
  expect(count).toBeGreaterThan(10);
  load();
  expect(countFiles()).toBe(count);
});

it('does not grow without limit', () => {
  mkdirSync(join(folder, 'old'));
  for (let at = 0; at < 6001; at++) writeFileSync(join(folder, 'old', String(at)), '');
  load();
  expect(countFiles()).toBeLessThan(1000);
});
