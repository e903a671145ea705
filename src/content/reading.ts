import { contentFolder } from './content-folder.ts';
import { readContent, withoutFaulty, type GoodContent } from './read-content.ts';

/** How the content folder is read, given what was read before, of which unchanged files need not be parsed again. */
export type Reader = (before?: GoodContent) => GoodContent | Promise<GoodContent>;

/** On `globalThis`, because Astro runs the loader in a module graph of its own. */
const kept = globalThis as {
  opsnotesReading?: { reader: Reader; current?: Promise<GoodContent> | undefined; last?: GoodContent };
};

/** What the content folder holds, without faults: read once for all collections. */
export function reading(): Promise<GoodContent> {
  const state = (kept.opsnotesReading ??= { reader: readUnchecked });
  return (state.current ??= Promise.resolve(state.reader(state.last)).then(
    (content) => (state.last = content),
  ));
}

/** Has another read the content: one that checks it first, or that gets it from a thread. */
export function readBy(reader: Reader): void {
  kept.opsnotesReading = { reader };
}

/** Whether somebody reads the content already. */
export function hasReader(): boolean {
  return kept.opsnotesReading !== undefined;
}

/** Asks for another reading, because a file has changed. */
export function forgetReading(): void {
  if (kept.opsnotesReading !== undefined) kept.opsnotesReading.current = undefined;
}

function readUnchecked(before?: GoodContent): GoodContent {
  return withoutFaulty(readContent(contentFolder(), before));
}
