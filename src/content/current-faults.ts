import type { Fault } from './fault.ts';

/** On `globalThis`, because Astro runs the pages in a separate module graph. */
const kept = globalThis as {
  opsnotesFaults?: { faults: readonly Fault[]; changed: () => void };
};

const state = (kept.opsnotesFaults ??= { faults: [], changed: () => undefined });

/** The current faults in the content, for the pages of the dev server. */
export function currentFaults(): readonly Fault[] {
  return state.faults;
}

/** Sets the current faults. */
export function setCurrentFaults(faults: readonly Fault[]): void {
  const same = JSON.stringify(faults) === JSON.stringify(state.faults);
  state.faults = faults;
  if (!same) state.changed();
}

/** Calls a function whenever the faults change. */
export function whenFaultsChange(act: () => void): void {
  state.changed = act;
}
