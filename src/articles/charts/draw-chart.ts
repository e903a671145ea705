import type { Chart, Row } from '../../content/charts/chart.ts';
import { isNumber } from '../../content/charts/chart.ts';

/** In the drawing's own units; the page scales it. */
const WIDTH = 420;
const HEIGHT = 260;
const LEGEND_HEIGHT = 24;

/** Distinguishable with any kind of colour blindness; the style sheet sets them for both themes. */
const COLOURS = ['#0072b2', '#b34700', '#00785a', '#a34f86', '#7d6200', '#5b5f97'] as const;

/**
 * Draws a chart as SVG with Observable Plot. On a page, the style sheet sets its colours; a stand-alone picture for feeds has its
 * own, on white. The result contains no styles or scripts, because the pages' content security policy blocks them.
 */
export async function drawChart(chart: Chart, as: 'page' | 'picture'): Promise<string> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const drawn = Plot.plot({
    ...frame(chart, as),
    document,
    marks: marks(Plot, chart),
  }) as unknown as { querySelector(selector: string): { outerHTML: string } | null; outerHTML: string };
  const svg = drawn.outerHTML.startsWith('<svg') ? drawn.outerHTML : drawn.querySelector('svg')!.outerHTML;
  return cleaned(svg, chart, as);
}

function frame(chart: Chart, as: 'page' | 'picture') {
  const { x, y, unit, log, series, facet, kind } = chart;
  const facets = facet === undefined ? 1 : cellsOf(chart, facet).length;
  const label = unit === undefined ? words(y) : `${words(y)}, ${unit}`;
  const across = kind === 'bars' && series !== undefined ? 'fx' : 'x';
  const names = seriesNames(chart);
  return {
    width: WIDTH,
    height: facets === 1 ? HEIGHT : facets * 170,
    marginLeft: 62,
    marginBottom: 44,
    marginTop: 28,
    marginRight: facets === 1 ? 14 : 70,
    color: {
      domain: names,
      range: COLOURS.map((colour, index) => (as === 'page' ? `var(--chart-${index})` : colour)),
    },
    symbol: { domain: names },
    y: {
      label,
      grid: true,
      nice: true,
      tickFormat: numeral,
      ...(log.includes('y') ? { type: 'log' as const } : {}),
    },
    [across]: { label: words(x), ...acrossScale(chart) },
    ...(across === 'fx' ? { x: { axis: null, type: 'band' as const, domain: names } } : {}),
    ...(facet === undefined ? {} : { fy: { label: words(facet), domain: cellsOf(chart, facet) } }),
  };
}

/** Bars and names keep the order of the file; numbers go where they belong on the scale. */
function acrossScale(chart: Chart) {
  const { x, log, kind } = chart;
  if (kind === 'bars') return { type: 'band' as const, domain: cellsOf(chart, x) };
  if (!isMeasured(chart)) return { domain: cellsOf(chart, x) };
  if (!log.includes('x')) return { tickFormat: numeral };
  return { type: 'log' as const, tickFormat: numeral, ...ticksAtValues(chart) };
}

/** With few values, none close to the next, a logarithmic axis is marked at the values themselves. */
function ticksAtValues(chart: Chart): { ticks?: number[]; base?: number } {
  const values = cellsOf(chart, chart.x)
    .map(Number)
    .sort((a, b) => a - b);
  const width = Math.log(values.at(-1)! / values[0]!);
  const close = values.some((value, index) => index > 0 && Math.log(value / values[index - 1]!) < width / 9);
  // With base 10, D3 would drop some of the labels.
  return close ? {} : { ticks: values, base: 2 };
}

/** Formats a number so that it reads the same in any language: `0.1`, `3000`, `10 000`. */
function numeral(value: number): string {
  return NUMERALS.format(value).replaceAll(',', '\u00A0');
}

const NUMERALS = new Intl.NumberFormat('en', { useGrouping: 'min2', maximumSignificantDigits: 6 });

/** The distinct values of a column, in the order of the file. */
function cellsOf({ rows }: Chart, column: string): string[] {
  return [...new Set(rows.map((row) => row[column]!))];
}

/** The names that a chart's colours stand for. */
export function seriesNames(chart: Chart): string[] {
  return chart.series === undefined ? [] : cellsOf(chart, chart.series);
}

function isMeasured({ kind, rows, x }: Chart): boolean {
  return kind !== 'bars' && rows.every((row) => isNumber(row[x]!));
}

/** `megabit_per_second` → `megabit per second` */
function words(column: string): string {
  return column.replaceAll('_', ' ');
}

type PlotModule = typeof import('@observablehq/plot');
type Mark = import('@observablehq/plot').Markish;

function marks(Plot: PlotModule, chart: Chart): Mark[] {
  const { kind, facet, series, log } = chart;
  const data = [...chart.rows];
  const read = (column: string | undefined, asNumber: boolean) =>
    column === undefined ? undefined : (row: Row) => (asNumber ? Number(row[column]) : row[column]);
  const x = read(chart.x, isMeasured(chart));
  const y = read(chart.y, true);
  const name = read(series, false);
  const one = 'var(--chart-0)';
  const options = (shape: object): object => ({
    ...(facet === undefined ? {} : { fy: read(facet, false) }),
    ...shape,
  });
  const errors = (shape: object): Mark[] => {
    const ends = { y1: read(chart.low, true), y2: read(chart.high, true) };
    return chart.low === undefined ? [] : [Plot.ruleX(data, options({ ...shape, ...ends }))];
  };
  if (kind === 'bars') {
    const bottom = log.includes('y')
      ? 10 ** Math.floor(Math.log10(Math.min(...data.map((row) => Number(row[chart.y])))))
      : 0;
    const place = series === undefined ? { x } : { fx: x, x: name };
    const bars = Plot.rectY(data, options({ ...place, y1: bottom, y2: y, fill: name ?? one }));
    return [bars, ...errors(place), Plot.ruleY([bottom])];
  }
  const dots = Plot.dot(
    data,
    options({ x, y, stroke: name ?? one, fill: name ?? one, symbol: name, r: 3.5 }),
  );
  const lines =
    kind === 'lines'
      ? [Plot.line(data, options({ x, y, z: name ?? null, stroke: name ?? one, strokeWidth: 2 }))]
      : [];
  return [...lines, ...errors({ x, stroke: name ?? one }), dots];
}

/** Removes styles and classes, and adds the text that screen readers announce. */
function cleaned(svg: string, chart: Chart, as: 'page' | 'picture'): string {
  const plain = svg
    .replace(/<style>[^]*?<\/style>/g, '')
    .replace(/ (?:style|class|aria-label|aria-description|aria-hidden|role)="[^"]*"/g, '')
    .replace(/^<svg[^>]*?viewBox="([^"]*)"[^>]*>/, (_, box: string) =>
      as === 'page' ? pageTag(chart, box) : pictureTag(chart, box),
    );
  return as === 'page'
    ? plain
    : plain.replace(/var\(--chart-(\d)\)/g, (_, index: string) => COLOURS[Number(index)]!);
}

function pageTag(chart: Chart, box: string): string {
  return `<svg class="chart-drawing" viewBox="${box}" ${commonAttributes(chart)}>`;
}

/** A picture on white, with a legend above the drawing. */
function pictureTag(chart: Chart, box: string): string {
  const [, , width, height] = box.split(' ').map(Number) as [number, number, number, number];
  const names = seriesNames(chart);
  const top = names.length < 2 ? 0 : LEGEND_HEIGHT;
  const size = `width="${width}" height="${height + top}"`;
  const paper = `<rect y="-${top}" ${size} fill="#fff"/>`;
  const space = `viewBox="0 -${top} ${width} ${height + top}" ${size}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" color="#1f2328" ${space} ${commonAttributes(chart)}>${paper}${legendOf(names)}`;
}

function commonAttributes({ alt }: Chart): string {
  return `role="img" aria-label="${attribute(alt)}" fill="currentColor" font-family="system-ui, sans-serif" font-size="14" text-anchor="middle"`;
}

/** The legend of a picture that has no page around it to explain the colours. */
function legendOf(names: readonly string[]): string {
  if (names.length < 2) return '';
  const share = WIDTH / names.length;
  const items = names.map((name, index) => {
    const left = Math.round(index * share) + 6;
    const colour = COLOURS[index % COLOURS.length]!;
    return `<rect x="${left}" y="${6 - LEGEND_HEIGHT}" width="11" height="11" fill="${colour}"/><text x="${left + 16}" y="${16 - LEGEND_HEIGHT}" text-anchor="start">${attribute(name)}</text>`;
  });
  return `<g>${items.join('')}</g>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
