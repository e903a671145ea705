/** Exit statuses: success, faults found, wrong usage, internal error, not possible on this machine, stopped with Ctrl-C. */
export const EXIT = { ok: 0, faults: 1, usage: 2, ours: 70, impossible: 75, interrupted: 130 } as const;
