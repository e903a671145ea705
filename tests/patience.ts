/**
 * How long a test may take, in milliseconds, so that a run comes to an end even where something hangs. No test measures
 * time, and nothing takes nearly as long, however busy the machine is.
 */
export const PATIENCE = 600_000;

/** How long a test waits in a browser for something that doesn't happen, before it says so. */
export const PATIENCE_IN_PAGE = 60_000;
