import { inOneLine } from '../build/author-error.ts';
import { EXIT } from './arguments.ts';

/**
 * Ends the process with 70 for an error of ours, of which no user can make anything but a report: one line that says what
 * happened and while doing what, and the stack only where somebody asks for it.
 */
export function reportUnexpected(error: unknown): never {
  console.error(`Unexpected error, expected none: ${inOneLine(error)}.`);
  if (process.env['OPSNOTES_DEBUG'] === undefined)
    console.error('It is a fault of the software. OPSNOTES_DEBUG=1 before the command prints more, for a report.');
  else console.error(error);
  process.exit(EXIT.ours);
}
