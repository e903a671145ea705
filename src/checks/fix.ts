import { readFileSync, writeFileSync } from 'node:fs';
import type { Fault, Fix } from '../content/fault.ts';
import { withUnixLines } from '../content/content-folder.ts';

/** A fault with a known fix. */
type Fixable = Fault & { fix: Fix };

/**
 * Applies the fixes of faults to the files of a content folder. Works from the last line of a file up, so that line numbers stay
 * valid.
 *
 * @returns how many faults were fixed
 */
export function writeFixes(faults: readonly Fault[]): number {
  const fixable = faults.filter((fault): fault is Fixable => fault.fix !== undefined);
  let written = 0;
  for (const [file, ofFile] of Map.groupBy(fixable, ({ file }) => file)) {
    const text = readFileSync(file, 'utf8');
    const lines = withUnixLines(text).split('\n');
    const fixes = withoutOverlaps(ofFile);
    // Two hidden characters in a line are two faults with the same fix.
    const done = new Set(fixes.map(keyOf));
    written += ofFile.filter((fault) => done.has(keyOf(fault))).length;
    for (const { fix } of fixes) lines.splice(fix.line - 1, fix.count, ...fix.text.split('\n'));
    // Keep the file's line endings.
    writeFileSync(file, lines.join(text.includes('\r\n') ? '\r\n' : '\n'));
  }
  return written;
}

function keyOf({ fix }: Fixable): string {
  return JSON.stringify([fix.line, fix.count, fix.text]);
}

/** Sorts from last to first, and drops fixes that would change a line twice: the next round handles those. */
function withoutOverlaps(faults: readonly Fixable[]): Fixable[] {
  let from = Infinity;
  return faults
    .toSorted((a, b) => b.fix.line - a.fix.line)
    .filter(({ fix }) => {
      const fits = fix.line + fix.count <= from;
      if (fits) from = fix.line;
      return fits;
    });
}
