import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('ends the process with its status while something is running, and loses no output', () => {
  const program = `
    import { exitWith } from './src/cli/exit.ts';
    setInterval(() => undefined, 1000);
    process.stdout.write('x'.repeat(1_000_000));
    exitWith(3);
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  expect(stderr).toBe('');
  expect(status).toBe(3);
  expect(stdout).toHaveLength(1_000_000);
});
