import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('ends the process with its status while something is running, and loses no output', () => {
  const program = `
    import { exitWith, printAtOnce } from './src/cli/exit.ts';
    printAtOnce();
    setInterval(() => undefined, 1000);
    process.stdout.write('x'.repeat(1_000_000));
    process.stderr.write('y'.repeat(1_000_000));
    exitWith(3);
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  expect(status).toBe(3);
  expect(stdout).toHaveLength(1_000_000);
  expect(stderr).toHaveLength(1_000_000);
});
