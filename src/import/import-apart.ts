import { Worker } from 'node:worker_threads';
import type { ImportResult } from './import.ts';
import type { ImportMessage, ImportTask } from './import-thread.ts';

/** How an import apart is watched. */
interface Watch {
  onProgress: (done: number, total: number, title: string) => void;
  /** Ends the import at once, in the middle of whatever it does. */
  signal: AbortSignal;
}

/** In megabytes: room for more than a hundred thousand entries, whose texts are kept elsewhere. */
const LIMITS = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 16 };

/**
 * Imports as `importSource` does, in a thread of its own: when it ends, all its memory is free again, and until then, this thread
 * can react to Ctrl-C.
 *
 * @returns undefined if it was stopped
 */
export async function importApart(
  task: ImportTask,
  { onProgress, signal }: Watch,
): Promise<ImportResult | undefined> {
  const thread = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: LIMITS,
  });
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let result: ImportResult | undefined;
  thread.on('message', (message: ImportMessage) => {
    if ('result' in message) ({ result } = message);
    else onProgress(...message.progress);
  });
  thread.once('error', reject);
  thread.once('exit', () => {
    resolve(undefined);
  });
  signal.addEventListener('abort', () => void thread.terminate());
  await promise;
  return result;
}
