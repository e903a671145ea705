import { readFileSync } from 'node:fs';
import { CHART_ATTRIBUTES, readChart } from '../content/charts/chart.ts';
import type { Finding } from '../content/fault.ts';
import { isFile, linkTarget } from '../content/outline/links.ts';
import type { MdxEntry } from '../content/read-content.ts';

/**
 * Every `<Chart>` must have the attributes it needs and data that fits them.
 *
 * @example `<Chart data="./a.csv" kind="cake" … />`
 */
export function chartFindings({ outline, file }: MdxEntry<unknown>): Finding[] {
  return (outline?.charts ?? []).flatMap(({ attributes, line }) => {
    const target = linkTarget(attributes['data'] ?? '', file);
    // Missing files are reported by `resources.ts`.
    if (target.to === 'file' && !isFile(target.file)) return [];
    const text = target.to === 'file' ? readFileSync(target.file, 'utf8') : '';
    const read = readChart(attributes, text);
    if ('chart' in read) return [];
    const hint = `A chart takes ${CHART_ATTRIBUTES.map((name) => `\`${name}\``).join(', ')}.`;
    return read.problems.map(({ message, row }) => ({
      // A cell is reported at its place in the data file, below the header.
      ...(row === undefined || target.to !== 'file' ? { line, hint } : { file: target.file, line: row + 2 }),
      code: 'bad-chart' as const,
      message,
    }));
  });
}
