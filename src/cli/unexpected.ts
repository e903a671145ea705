import { inspect, stripVTControlCharacters } from 'node:util';
import { EXIT, exitWith } from './exit.ts';

/** What the system refuses, in the words of errno(3): no space, no permission, a fault of the disk, too many open files. */
const REFUSED = /\b(?:ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|EMFILE|ENFILE): /;

/**
 * Ends the process with status 70 for an internal error, which a user can only report, or with 75 if the system has refused
 * something: one line says what happened and during which step. The stack is printed only on request.
 */
export function reportUnexpected(error: unknown): never {
  const line = inOneLine(error);
  if (REFUSED.test(line)) {
    console.error(`Unexpected refusal of the system, expected none: ${line}.`);
    console.error('Check the permissions and the free space there.');
    exitWith(EXIT.impossible);
  }
  console.error(`Unexpected error, expected none: ${line}.`);
  if (process.env['OPSNOTES_DEBUG'] === undefined)
    console.error(
      isAstros(error)
        ? 'Astro says so. If you have added a page, a component or an integration, look there. Set OPSNOTES_DEBUG=1 to print details.'
        : 'This is a bug in Opsnotes. Set OPSNOTES_DEBUG=1 to print details for a report.',
    );
  else console.error(error);
  exitWith(EXIT.ours);
}

/** An error and its causes: `while rendering pages: Unexpected token`. */
export function inOneLine(error: unknown): string {
  const parts: string[] = [];
  for (let current = error; current !== undefined; current = causeOf(current)) {
    const text = stripVTControlCharacters(current instanceof Error ? current.message : inspect(current));
    const line =
      text
        .split('\n')
        .find((part) => part.trim() !== '')
        ?.trim() ?? 'an error without a message';
    // Skip a bundler's introductory line.
    if (!parts.includes(line) && !/^Build failed with \d+ error/.test(line))
      parts.push(line.replace(/[.:]$/, ''));
  }
  return parts.join(': ');
}

/** Whether Astro itself has thrown an error or one of its causes, usually about code that uses it. */
function isAstros(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const thrownAt = error.stack?.split('\n').find((line) => /^ {4}at /.test(line)) ?? '';
  if ('type' in error && error.type === 'AstroError') return true;
  return /[/\\]node_modules[/\\]astro[/\\]/.test(thrownAt) || isAstros(causeOf(error));
}

/** The cause of an error, or the first of the errors that a bundler has collected. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  const several = (error as AggregateError).errors as unknown;
  return Array.isArray(several) && several.length > 0 ? several[0] : error.cause;
}
