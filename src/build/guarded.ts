import { syncBuiltinESMExports } from 'node:module';
import { noteUncaught } from '../content/text-failures.ts';
import { currentPlace } from '../content/text-place.ts';

/**
 * Waits for work that runs other people's code, and lets none of it end the process: not by an error that nobody catches, not by
 * a rejected promise that nobody waits for, not by `process.exit()`.
 *
 * @throws what the work throws, or an error that nobody caught: the work may then never end
 */
export async function guarded<Result>(work: Promise<Result>): Promise<Result> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const onUncaught = (error: unknown): void => {
    noteUncaught(error);
    reject(asError(error));
  };
  const onRejection = (error: unknown): void => {
    if (!noteUncaught(error)) reject(asError(error));
  };
  process.setUncaughtExceptionCaptureCallback(onUncaught);
  process.on('unhandledRejection', onRejection);
  const allowExit = forbidExit();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    allowExit();
    process.off('unhandledRejection', onRejection);
    process.setUncaughtExceptionCaptureCallback(null);
  }
}

/** Makes `process.exit()` throw where it would make a build look good; a signal may still end it. */
function forbidExit(): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
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
