import type { ShellReading } from './invocations.ts';

/** A program's name as a page can have it: not `[`, `.`, `$EDITOR` or `{{program}}`. */
const namePattern = /^[A-Za-z0-9_][\w.+-]*$/;

/** What a command runs → the programs' names, each once, in the order found. */
export function programsOf({ invocations, functions }: ShellReading): string[] {
  const names = invocations.map((invocation) => invocation.program);
  return [...new Set(names)].filter((name) => namePattern.test(name) && !functions.has(name));
}
