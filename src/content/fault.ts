import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { FaultCode } from './fault-codes.ts';

/** One thing that is wrong with the content, and where. */
export interface Fault {
  /** Absolute path of the file. */
  file: string;
  /** Line in the file, counted from 1. */
  line: number;
  code: FaultCode;
  /** `Unexpected X, expected Y.` */
  message: string;
  /** The closest valid value, or the corrected snippet. */
  hint?: string | undefined;
  /** Replacement lines, if there is exactly one right fix; `npm run check -- --fix` applies it. */
  fix?: Fix | undefined;
}

/** What a check finds in one file; it has a file only if that is another one. */
export type Finding = Omit<Fault, 'file'> & Partial<Pick<Fault, 'file'>>;

/** Findings as faults of their file. */
export function faultsIn(file: string, findings: readonly Finding[]): Fault[] {
  return findings.map((finding) => ({ file, ...finding }));
}

/** Lines of a file, and what to replace them with. */
export interface Fix {
  /** The first line to replace, counted from 1. */
  line: number;
  /** How many lines to replace. */
  count: number;
  text: string;
}

/** The fields that sorting needs. */
type Placed = Omit<Fault, 'code'> & { code: string };

/** Formats faults as a report, sorted by file and line: `path:line  code  Unexpected X, expected Y.` with the hint below. */
export function report(faults: readonly Fault[], from = process.cwd()): string {
  const lines = [...faults].sort(byPlace).map((fault) => {
    const head = `${displayPath(fault.file, from)}:${fault.line}  ${styleText('yellow', fault.code)}  ${fault.message}`;
    return fault.hint === undefined ? head : `${head}\n    ${fault.hint.replaceAll('\n', '\n    ')}`;
  });
  return [...new Set(lines)].join('\n');
}

/** A relative path for files below `from`, an absolute one for others. */
export function displayPath(file: string, from = process.cwd()): string {
  const path = relative(from, file);
  return path.startsWith('..') ? file : path;
}

/** Sorts by file and line. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code) || compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
