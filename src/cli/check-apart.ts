import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EXIT } from './exit.ts';
import type { Finding } from './fault-formats.ts';

/** Megabytes; without a limit a check of ten thousand articles would take twice as many as it needs. */
const MOST_MEMORY = 512;

/**
 * Checks a content folder in a process of its own, so that its memory doesn't come on top of what an import took.
 *
 * @returns how many faults stop a build; undefined where the check couldn't be done
 */
export function countFaultsApart(folder: string): number | undefined {
  const command = [
    `--max-old-space-size=${MOST_MEMORY}`,
    join(import.meta.dirname, 'check.ts'),
    '--format',
    'json',
  ];
  const { status, stdout } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, OPSNOTES_CONTENT: folder },
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (status !== EXIT.ok && status !== EXIT.faults) return undefined;
  const findings = JSON.parse(stdout) as Finding[];
  return findings.filter(({ severity }) => severity === 'fault').length;
}
