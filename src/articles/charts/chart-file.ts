import { readFileSync } from 'node:fs';
import { readChart, type Chart } from '../../content/charts/chart.ts';
import { linkTarget } from '../../content/outline/links.ts';

/** Reads a chart of a text with its data; undefined where the check has already reported a fault in it. */
export function chartOf(attributes: Readonly<Record<string, string>>, textFile: string): Chart | undefined {
  const target = linkTarget(attributes['data'] ?? '', textFile);
  if (target.to !== 'file') return undefined;
  const read = readChart(attributes, readFileSync(target.file, 'utf8'));
  return 'chart' in read ? read.chart : undefined;
}

/** The file name of the picture beside the article, for feeds: `chart-1.svg`. */
export function chartPicture(number: number): string {
  return `chart-${number}.svg`;
}
