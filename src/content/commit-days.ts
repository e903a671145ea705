import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Marks the line of a commit; no path contains it. */
const COMMIT = '\u0001';

/**
 * The day of the last commit to each file in a folder, by absolute path, in the committer's time zone: `2026-11-28`. Empty
 * without Git, without a repository, and in a shallow clone, where everything would look new.
 */
export function commitDays(folder: string): Map<string, string> {
  const days = new Map<string, string>();
  if (git(folder, ['rev-parse', '--is-shallow-repository'])?.trim() !== 'false') return days;
  const log = git(folder, ['log', `--format=${COMMIT}%cs`, '--name-only', '--relative', '-z', '--', '.']);
  let day = '';
  for (const part of log?.split(/[\0\n]+/) ?? []) {
    if (part.startsWith(COMMIT)) day = part.slice(1);
    else if (part !== '' && !days.has(join(folder, part))) days.set(join(folder, part), day);
  }
  return days;
}

function git(folder: string, command: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, '-c', 'log.showSignature=false', ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: Infinity,
  });
  return status === 0 ? stdout : undefined;
}
