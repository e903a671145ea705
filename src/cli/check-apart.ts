import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** In megabytes; without limits, a process takes memory that it could free. */
const LIMITS = ['--max-old-space-size=512', '--max-semi-space-size=8'];

/**
 * Checks a content folder in a separate process, after that of an import has ended, so that only one of them needs memory.
 *
 * @returns how many faults would fail a build; undefined if the check could not run
 */
export function countFaultsApart(folder: string): number | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...LIMITS, join(import.meta.dirname, 'count-faults.ts')],
    {
      encoding: 'utf8',
      env: { ...process.env, OPSNOTES_CONTENT: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return status === 0 ? Number(stdout) : undefined;
}
