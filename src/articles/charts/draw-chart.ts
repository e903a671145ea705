import type { Chart, Row } from '../../content/charts/chart.ts';
import { isNumber } from '../../content/charts/chart.ts';

/** In the drawing's own units; a page scales it. */
const WIDTH = 420;
const HEIGHT = 260;

/** Colours that people with any kind of colour blindness tell apart; the style sheet gives them for both themes. */
const COLOURS = ['#0072b2', '#b34700', '#00785a', '#a34f86', '#7d6200', '#5b5f97'] as const;

/**
 * Draws a chart as SVG, by Observable Plot. In a page its colours are the style sheet's; as a picture of its own, for feeds, it has its own
 * on white. It holds neither styles nor scripts, which no page lets run.
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

function frame({ x, y, unit, log, rows, series, facet, kind }: Chart, as: 'page' | 'picture') {
  const facets = facet === undefined ? 1 : new Set(rows.map((row) => row[facet])).size;
  const label = unit === undefined ? words(y) : `${words(y)}, ${unit}`;
  const across = kind === 'bars' && series !== undefined ? 'fx' : 'x';
  const names = series === undefined ? [] : [...new Set(rows.map((row) => row[series]!))];
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
      tickFormat: TICKS,
      ...(log.includes('y') ? { type: 'log' as const } : {}),
    },
    [across]: {
      label: words(x),
      ...(log.includes('x') && kind !== 'bars' ? { type: 'log' as const, tickFormat: TICKS } : {}),
      ...(kind === 'bars' ? { type: 'band' as const } : {}),
    },
    ...(across === 'fx' ? { x: { axis: null, type: 'band' as const } } : {}),
    ...(facet === undefined ? {} : { fy: { label: words(facet) } }),
  };
}

/** Numbers as people write them: `0.1`, `10,000`. */
const TICKS = ',~g';

/** `megabit_per_second` → `megabit per second` */
function words(column: string): string {
  return column.replaceAll('_', ' ');
}

type PlotModule = typeof import('@observablehq/plot');
type Mark = import('@observablehq/plot').Markish;

function marks(Plot: PlotModule, chart: Chart): Mark[] {
  const { kind, facet, series, log } = chart;
  const xIsNumber = kind !== 'bars' && chart.rows.every((row) => isNumber(row[chart.x]!));
  const data = [...chart.rows];
  const read = (column: string | undefined, asNumber: boolean) =>
    column === undefined ? undefined : (row: Row) => (asNumber ? Number(row[column]) : row[column]);
  const x = read(chart.x, xIsNumber);
  const y = read(chart.y, true);
  const name = read(series, false);
  const one = 'var(--chart-0)';
  const base = { ...(facet === undefined ? {} : { fy: read(facet, false)! }) };
  const errors =
    chart.low === undefined
      ? []
      : [
          Plot.ruleX(data, {
            ...base,
            x: x!,
            y1: read(chart.low, true)!,
            y2: read(chart.high, true)!,
            stroke: name ?? one,
          }),
        ];
  const options = (shape: object): object => ({ ...base, ...shape });
  if (kind === 'bars') {
    const bottom = log.includes('y')
      ? 10 ** Math.floor(Math.log10(Math.min(...data.map((row) => Number(row[chart.y])))))
      : 0;
    const place = series === undefined ? { x } : { fx: x, x: name };
    const bars = Plot.rectY(data, options({ ...place, y1: bottom, y2: y, fill: name ?? one }));
    const low =
      chart.low === undefined
        ? []
        : [Plot.ruleX(data, options({ ...place, y1: read(chart.low, true), y2: read(chart.high, true) }))];
    return [bars, ...low, Plot.ruleY([bottom])];
  }
  const dots = Plot.dot(
    data,
    options({ x, y, stroke: name ?? one, fill: name ?? one, symbol: name, r: 3.5 }),
  );
  const lines =
    kind === 'lines'
      ? [Plot.line(data, options({ x, y, z: name ?? null, stroke: name ?? one, strokeWidth: 2 }))]
      : [];
  return [...lines, ...errors, dots];
}

/** Without styles and classes; what a reader who doesn't see it hears stands on it. */
function cleaned(svg: string, chart: Chart, as: 'page' | 'picture'): string {
  const plain = svg
    .replace(/<style>[^]*?<\/style>/g, '')
    .replace(/ (?:style|class|aria-label|aria-description|aria-hidden|role)="[^"]*"/g, '')
    .replace(/^<svg[^>]*?viewBox="([^"]*)"[^>]*>/, (_, box: string) => {
      const [, , width, height] = box.split(' ');
      const size = as === 'page' ? '' : ` width="${width!}" height="${height!}"`;
      const look =
        as === 'page' ? 'class="chart-drawing" ' : 'xmlns="http://www.w3.org/2000/svg" color="#1f2328" ';
      const paper = as === 'page' ? '' : '<rect width="100%" height="100%" fill="#fff"/>';
      return `<svg ${look}role="img" aria-label="${attribute(chart.alt)}" viewBox="${box}"${size} fill="currentColor" font-family="system-ui, sans-serif" font-size="14" text-anchor="middle">${paper}`;
    });
  return as === 'page'
    ? plain
    : plain.replace(/var\(--chart-(\d)\)/g, (_, index: string) => COLOURS[Number(index)]!);
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
