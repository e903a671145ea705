import type { ShellReading } from './invocations.ts';

/** A program's name as a page can have it: not `[`, `.`, `$EDITOR` or `{{program}}`, nor one that is too long for a file's name. */
const namePattern = /^[A-Za-z0-9_][\w.+-]{0,99}$/;

/** What a command runs → the programs' names, each once, in the order found. */
export function programsOf({ invocations, functions }: ShellReading): string[] {
  const names = invocations.map((invocation) => invocation.program);
  return [...new Set(names)].filter((name) => namePattern.test(name) && !functions.has(name));
}
