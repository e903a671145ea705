import type { Fault } from './fault.ts';

/** On `globalThis`, because Astro runs the pages in a module graph of their own. */
const kept = globalThis as {
  opsnotesFaults?: { faults: readonly Fault[]; changed: () => void };
};

const state = (kept.opsnotesFaults ??= { faults: [], changed: () => undefined });

/** What is wrong with the content while somebody writes, for the pages of the dev server. */
export function currentFaults(): readonly Fault[] {
  return state.faults;
}

/** Says what is wrong now. */
export function setCurrentFaults(faults: readonly Fault[]): void {
  const same = JSON.stringify(faults) === JSON.stringify(state.faults);
  state.faults = faults;
  if (!same) state.changed();
}

/** Has something done whenever it is something else. */
export function whenFaultsChange(act: () => void): void {
  state.changed = act;
}
