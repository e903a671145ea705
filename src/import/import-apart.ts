import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ImportResult } from './import.ts';
import type { ImportMessage, ImportTask } from './import-process.ts';

/** How an import apart is watched. */
interface Watch {
  onProgress: (done: number, total: number, title: string) => void;
  /** Ends the import at once, in the middle of whatever it does. */
  signal: AbortSignal;
}

/** In megabytes: room for more than a hundred thousand entries, whose texts are kept elsewhere. */
const LIMITS = ['--max-old-space-size=400', '--max-semi-space-size=8'];

/** The status of a process that ended itself by a signal, where there are no signals. */
const ABORTED = 134;

/**
 * Imports as `importSource` does, in a separate process: when it ends, all its memory is free again, and until then, this process
 * can react to Ctrl-C.
 *
 * @returns undefined if it was stopped, or has used up its memory
 */
export async function importApart(
  task: ImportTask,
  { onProgress, signal }: Watch,
): Promise<ImportResult | undefined> {
  const child = fork(fileURLToPath(new URL('./import-process.ts', import.meta.url)), {
    execArgv: LIMITS,
    // Results contain maps.
    serialization: 'advanced',
    // If its memory is used up, the platform prints a stack trace.
    stdio: ['inherit', 'inherit', 'ignore', 'ipc'],
  });
  let end: Exclude<ImportMessage, { progress: unknown }> | undefined;
  child.on('message', (message: ImportMessage) => {
    if ('progress' in message) onProgress(...message.progress);
    else end = message;
  });
  signal.addEventListener('abort', () => child.kill('SIGKILL'));
  child.send(task);
  const [status] = (await once(child, 'exit')) as [number | null];
  if (end === undefined) {
    // Without memory, the platform ends it by a signal.
    if (status === null || status === ABORTED) return undefined;
    throw new Error(`the import's process ended with status ${status}`);
  }
  if ('error' in end) throw end.error;
  return end.result;
}
