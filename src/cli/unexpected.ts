import { inspect, stripVTControlCharacters } from 'node:util';
import { EXIT } from './exit.ts';

/**
 * Ends the process with 70 for an error of ours, of which no user can make anything but a report: one line that says what
 * happened and while doing what, and the stack only where somebody asks for it.
 */
export function reportUnexpected(error: unknown): never {
  console.error(`Unexpected error, expected none: ${inOneLine(error)}.`);
  if (process.env['OPSNOTES_DEBUG'] === undefined)
    console.error(
      'It is a fault of the software. OPSNOTES_DEBUG=1 before the command prints more, for a report.',
    );
  else console.error(error);
  process.exit(EXIT.ours);
}

/** An error and what is behind it: `while rendering pages: Unexpected token`. */
export function inOneLine(error: unknown): string {
  const parts: string[] = [];
  for (let current = error; current !== undefined; current = causeOf(current)) {
    const text = stripVTControlCharacters(current instanceof Error ? current.message : inspect(current));
    const line =
      text
        .split('\n')
        .find((part) => part.trim() !== '')
        ?.trim() ?? 'an error without a message';
    // What a bundler says before it says what.
    if (!parts.includes(line) && !/^Build failed with \d+ error/.test(line))
      parts.push(line.replace(/[.:]$/, ''));
  }
  return parts.join(': ');
}

/** What is behind an error: its cause, or the first of those that a bundler has found. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  const several = (error as AggregateError).errors as unknown;
  return Array.isArray(several) && several.length > 0 ? several[0] : error.cause;
}
