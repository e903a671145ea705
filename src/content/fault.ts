import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { FaultCode } from './fault-codes.ts';

/** One thing that is wrong with the content, and where. */
export interface Fault {
  /** Absolute path of the file. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  code: FaultCode;
  /** `Unexpected X, expected Y.` */
  message: string;
  /** The nearest right value, or the corrected snippet. */
  hint?: string | undefined;
  /** Lines to write in place of those that are there, where there is one right way: `npm run check -- --fix` does it. */
  fix?: Fix | undefined;
}

/** Lines of a file, and what to write there instead. */
export interface Fix {
  /** The first of them, from 1. */
  line: number;
  /** How many are replaced. */
  count: number;
  text: string;
}

/** What an order of faults looks at. */
type Placed = Omit<Fault, 'code'> & { code: string };

/** Faults as a report, sorted by file and line: `path:line  code  Unexpected X, expected Y.` and the hint below. */
export function report(faults: readonly Fault[], from = process.cwd()): string {
  const lines = [...faults].sort(byPlace).map((fault) => {
    const head = `${displayPath(fault.file, from)}:${fault.line}  ${styleText('yellow', fault.code)}  ${fault.message}`;
    return fault.hint === undefined ? head : `${head}\n    ${fault.hint.replaceAll('\n', '\n    ')}`;
  });
  return [...new Set(lines)].join('\n');
}

/** Relative where the file lies below `from`, absolute elsewhere. */
export function displayPath(file: string, from = process.cwd()): string {
  const path = relative(from, file);
  return path.startsWith('..') ? file : path;
}

/** Orders what has a place by file and line. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code) || compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
