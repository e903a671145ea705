import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Exit statuses: success, faults found, wrong usage, internal error, not possible on this machine, stopped with Ctrl-C; and, only
 * from the dev server to the command that runs it, start again.
 */
export const EXIT = {
  ok: 0,
  faults: 1,
  usage: 2,
  ours: 70,
  impossible: 75,
  again: 76,
  interrupted: 130,
} as const;

/**
 * Ends the process at once, even if something is still running, such as Astro's start. Use this instead of `process.exit()`,
 * which now and then never returns: it waits for V8's compiler threads, and one of them may be waiting for the main thread to
 * collect garbage (https://github.com/nodejs/node/issues/54918). So collect it first; then no thread has a reason to wait.
 */
export function exitWith(status: number): never {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  // eslint-disable-next-line no-restricted-properties -- the only place where it is safe
  process.exit(status);
}

/**
 * Makes everything printed leave the process at once. Otherwise a pipe whose reader is slow, as in `npm run build | less`, loses
 * what is still waiting when the process ends. Node has no documented way; npm's `set-blocking` does the same.
 */
export function printAtOnce(): void {
  for (const { _handle: handle } of [process.stdout, process.stderr] as WithHandle[])
    handle?.setBlocking?.(true);
}

/** A stream as it is inside; a file has no handle. */
interface WithHandle {
  _handle?: { setBlocking?: (blocking: boolean) => void };
}
