/** Exit status: everything well, faults found, wrong use, our own error, not possible on this machine, stopped by Ctrl-C. */
export const EXIT = { ok: 0, faults: 1, usage: 2, ours: 70, impossible: 75, interrupted: 130 } as const;
