import { readFileSync, writeFileSync } from 'node:fs';
import type { Fault, Fix } from '../content/fault.ts';
import { withUnixLines } from '../content/content-folder.ts';

/** A fault whose fix is known. */
type Fixable = Fault & { fix: Fix };

/**
 * Writes into the files of a content folder what faults ask for, as far as there is one right way. The last line of a file
 * first, so that the others keep their numbers.
 *
 * @returns how many faults were put right
 */
export function writeFixes(faults: readonly Fault[]): number {
  const fixable = faults.filter((fault): fault is Fixable => fault.fix !== undefined);
  let written = 0;
  for (const [file, ofFile] of Map.groupBy(fixable, ({ file }) => file)) {
    const text = readFileSync(file, 'utf8');
    const lines = withUnixLines(text).split('\n');
    const fixes = withoutOverlaps(ofFile);
    written += fixes.length;
    for (const { fix } of fixes) lines.splice(fix.line - 1, fix.count, ...fix.text.split('\n'));
    // A file keeps the ends of its lines.
    writeFileSync(file, lines.join(text.includes('\r\n') ? '\r\n' : '\n'));
  }
  return written;
}

/** From the last to the first, without those that would change a line a second time: the next round has them. */
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
