import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EXIT } from './exit.ts';
import type { Finding } from './fault-formats.ts';

/** In megabytes; without a limit, checking ten thousand articles would take twice the memory it needs. */
const MOST_MEMORY = 512;

/**
 * Checks a content folder in a separate process, so that its memory isn't added to that of an import.
 *
 * @returns how many faults would fail a build; undefined if the check could not run
 */
export function countFaultsApart(folder: string): number | undefined {
  const command = [
    `--max-old-space-size=${MOST_MEMORY}`,
    '--max-semi-space-size=8',
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
