import { syncBuiltinESMExports } from 'node:module';
import { noteUncaught } from '../content/text-failures.ts';
import { currentPlace } from '../content/text-place.ts';

/**
 * Waits for work that runs other people's code, and lets none of it end the process: not by an error that nobody catches, not by
 * a rejected promise that nobody waits for, not by `process.exit()`. Afterwards, what a text has started may still fail; that
 * changes nothing any more.
 *
 * @throws what the work throws, or an error that nobody caught: the work may then never end
 */
export async function guarded<Result>(work: Promise<Result>): Promise<Result> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  let isOver = false;
  process.setUncaughtExceptionCaptureCallback((error) => {
    const isNoted = noteUncaught(error);
    if (!isOver) reject(asError(error));
    else if (!isNoted) process.emit('uncaughtException', error);
  });
  process.on('unhandledRejection', (error) => {
    if (noteUncaught(error)) return;
    if (isOver) process.emit('uncaughtException', asError(error));
    else reject(asError(error));
  });
  const allowExit = forbidExit();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    isOver = true;
    allowExit();
  }
}

/** Makes `process.exit()` throw where it would make a build look good; a signal may still end it. */
function forbidExit(): () => void {
  /* eslint-disable no-restricted-properties, @typescript-eslint/unbound-method -- it is replaced, and put back as it was */
  const exit = process.exit;
  const set = (to: typeof process.exit): void => {
    process.exit = to;
    syncBuiltinESMExports();
  };
  set((code) => {
    if (currentPlace() === undefined && Number(code ?? process.exitCode ?? 0) !== 0) exit(code);
    throw new Error('it called `process.exit()`');
  });
  return () => {
    set(exit);
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
