import { AsyncLocalStorage } from 'node:async_hooks';
import { isTextError, TextError } from './text-error.ts';

/** What is being rendered, and from which line on. */
interface TextPlace {
  file: string;
  line?: number | undefined;
}

/** On `globalThis`, because Astro runs the pages, the texts and the build in separate module graphs. */
const kept = globalThis as {
  opsnotesTextPlace?: AsyncLocalStorage<TextPlace>;
  opsnotesReached?: Map<string, number>;
};
const current = (kept.opsnotesTextPlace ??= new AsyncLocalStorage());
const reachedLines = (kept.opsnotesReached ??= new Map<string, number>());

/** The place in a text whose code is running, also in its timers and promises; undefined if it is no text's code. */
export function currentPlace(): TextPlace | undefined {
  return current.getStore();
}

/**
 * Runs code of a text.
 *
 * @throws a `TextError` with the innermost place that is known, whatever the code throws
 */
export function inText<Result>(file: string, line: number | undefined, act: () => Result): Result {
  return current.run({ file, line }, () => {
    try {
      const result = act();
      return (result instanceof Promise ? result.catch(fail) : result) as Result;
    } catch (error) {
      return fail(error);
    }
  });
  function fail(error: unknown): never {
    throw isTextError(error) ? error : new TextError(file, error, line ?? reachedLines.get(file));
  }
}

/** Called when a text begins to be rendered; what its components start belongs to it from then on. */
export function enter(file: string): void {
  current.enterWith({ file });
}

/** Called before each statement of a text's module, because one that throws there leaves no other trace. */
export function reached(file: string, line: number): void {
  reachedLines.set(file, line);
  current.enterWith({ file, line });
}

/** The line of the statement at which a text's module has stopped, because it threw; undefined if it hasn't. */
export function stoppedAt(file: string): number | undefined {
  return reachedLines.get(file);
}

/** Called after the last statement. */
export function passed(file: string): void {
  reachedLines.delete(file);
}
