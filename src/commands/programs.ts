import type { ShellReading } from './invocations.ts';

/**
 * A program name that can have a page: not `[`, `.`, `$EDITOR` or `{{program}}`, and not too long for a file name.
 */
const namePattern = /^[A-Za-z0-9_][\w.+-]{0,99}$/;

/** The names of the programs that a command runs, in the order found, without duplicates. */
export function programsOf({ invocations, functions }: ShellReading): string[] {
  const names = invocations.map((invocation) => invocation.program);
  return [...new Set(names)].filter((name) => namePattern.test(name) && !functions.has(name));
}
