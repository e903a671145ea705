import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsnotes-turn-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('lets one process after another begin, even if one is killed', async () => {
  const log = join(folder, 'log');
  const script = join(folder, 'build.mjs');
  writeFileSync(
    script,
    `import { appendFileSync } from 'node:fs';
import { takeTurn } from ${JSON.stringify(resolve('src/build/one-at-a-time.ts'))};
const [name, signal] = process.argv.slice(2);
const note = (what) => appendFileSync(${JSON.stringify(log)}, what + ' ' + name + '\\n');
await takeTurn(${JSON.stringify(folder)}, () => undefined);
note('begin');
setTimeout(() => {
  note('end');
  if (signal) process.kill(process.pid, signal);
}, 50);
`,
  );
  const names = Array.from({ length: 6 }, (_, at) => String(at));
  const ended = names.map((name, at) =>
    once(spawn(process.execPath, [script, name, ...(at % 2 === 0 ? ['SIGKILL'] : [])]), 'exit'),
  );
  await Promise.all(ended);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  const order = lines.filter((line) => line.startsWith('begin')).map((line) => line.slice('begin '.length));
  expect(order.toSorted()).toEqual(names);
  expect(lines).toEqual(order.flatMap((name) => [`begin ${name}`, `end ${name}`]));
});
