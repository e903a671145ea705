/**
 * Time limit of a test in milliseconds, so that a run ends even if something hangs. No test measures time, and none takes nearly
 * this long, however busy the machine is.
 */
export const PATIENCE = 600_000;

/** How long a browser test waits for something before it gives up. */
export const PATIENCE_IN_PAGE = 60_000;
