import { readFileSync } from 'node:fs';
import { readChart, type Chart } from '../../content/charts/chart.ts';
import { linkTarget } from '../../content/outline/links.ts';

/** A chart of a text with its data; undefined where the check has told what is wrong with it. */
export function chartOf(attributes: Readonly<Record<string, string>>, textFile: string): Chart | undefined {
  const target = linkTarget(attributes['data'] ?? '', textFile);
  if (target.to !== 'file') return undefined;
  const read = readChart(attributes, readFileSync(target.file, 'utf8'));
  return 'chart' in read ? read.chart : undefined;
}

/** Its picture beside the article, for feeds: `chart-1.svg`. */
export function chartPicture(number: number): string {
  return `chart-${number}.svg`;
}
