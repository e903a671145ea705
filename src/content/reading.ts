import type { GoodContent } from './read-content.ts';

/** Reads the content folder; with an earlier reading, only changed files are parsed again. */
export type Reader = (before?: GoodContent) => GoodContent | Promise<GoodContent>;

/** On `globalThis`, because Astro runs the loader in a separate module graph. */
const kept = globalThis as {
  opsnotesReading?: Readings;
};

interface Readings {
  reader: Reader;
  /** Undefined while a file has changed since. */
  current?: Promise<GoodContent> | undefined;
  newest?: Promise<GoodContent>;
  last?: GoodContent;
}

/** The content without faults, read once for all collections. */
export function reading(): Promise<GoodContent> {
  const state = (kept.opsnotesReading ??= { reader: noReader });
  return (state.current ??= state.newest = read(state, state.newest));
}

/** One reading at a time, so that the last one that ends is the newest. */
async function read(state: Readings, before?: Promise<GoodContent>): Promise<GoodContent> {
  await before?.catch(() => undefined);
  return (state.last = await state.reader(state.last));
}

/** Replaces the reader, e.g. with one that runs the checks first, or gets the content from a thread. */
export function readBy(reader: Reader): void {
  kept.opsnotesReading = { reader };
}

/** Whether a reader has been set. */
export function hasReader(): boolean {
  return kept.opsnotesReading !== undefined;
}

/** Discards the last reading, because a file has changed. */
export function forgetReading(): void {
  if (kept.opsnotesReading !== undefined) kept.opsnotesReading.current = undefined;
}

function noReader(): never {
  throw new Error('Unexpected configuration, expected `contentReading()` among the integrations.');
}
