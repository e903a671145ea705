import type { OutputPattern } from '../commands/block.ts';

/** Where output differs from what the article shows. */
export interface Difference {
  /** The expected line; undefined if no more was expected. */
  expected: string | undefined;
  /** The actual line; undefined if there is none. */
  found: string | undefined;
  /** Its number in the output, counted from 1. */
  line: number;
}

/**
 * Compares a command's output with what the article shows: line by line, exactly or by regular expression, with `...`
 * for any number of lines. Spaces at line ends and blank lines at the end don't count. If the article shows no
 * output, any output is right.
 */
export function compareOutput(expected: readonly OutputPattern[], output: string): Difference | undefined {
  if (expected.length === 0) return undefined;
  const patterns = withoutBlankEnd(expected);
  const lines = plainLines(output);
  let [wanted, at] = [0, 0];
  // After the last `...`: where to try again if what follows it doesn't match here.
  let retry: { wanted: number; at: number } | undefined;
  let furthest: Difference | undefined;
  while (at < lines.length || wanted < patterns.length) {
    const pattern = patterns[wanted];
    if (pattern?.kind === 'any') {
      retry = { wanted: ++wanted, at };
    } else if (at < lines.length && pattern !== undefined && matches(pattern, lines[at]!)) {
      wanted++;
      at++;
    } else {
      const here = { expected: pattern && textOf(pattern), found: lines[at], line: at + 1 };
      if (furthest === undefined || here.line > furthest.line) furthest = here;
      if (retry === undefined || retry.at >= lines.length) return furthest;
      at = ++retry.at;
      wanted = retry.wanted;
    }
  }
  return undefined;
}

function withoutBlankEnd(expected: readonly OutputPattern[]): readonly OutputPattern[] {
  const last = expected.findLastIndex((pattern) => pattern.kind !== 'exact' || pattern.text.trim() !== '');
  return expected.slice(0, last + 1);
}

/**
 * What a terminal would finally show: no escape sequences, and only the last state of a line that was overwritten.
 */
export function plainLines(output: string): string[] {
  const lines = output
    .replace(ESCAPES, '')
    .split(/\r*\n/)
    .map((line) => line.slice(line.lastIndexOf('\r') + 1).trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

// eslint-disable-next-line no-control-regex -- ESC and BEL are what these sequences are made of (ECMA-48)
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[ -/]*[0-~])/g;

function matches(pattern: OutputPattern, line: string): boolean {
  if (pattern.kind === 'exact') return pattern.text.trimEnd() === line;
  return pattern.kind === 'any' || new RegExp(`^(?:${pattern.source})$`, 'u').test(line);
}

function textOf(pattern: OutputPattern): string {
  if (pattern.kind === 'any') return '...';
  return pattern.kind === 'exact' ? pattern.text : `${pattern.source} (re)`;
}
