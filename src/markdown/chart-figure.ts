import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { isNumber, type Chart } from '../content/charts/chart.ts';
import { drawChart, seriesNames } from '../articles/charts/draw-chart.ts';
import type { Dictionary } from '../i18n/dictionary.ts';

/** A chart as a page shows it: title, legend, drawing, source, and a collapsed table of all numbers. */
export async function chartFigure(
  chart: Chart,
  { number, data, t }: { number: number; data: string; t: Dictionary },
): Promise<Element> {
  const { title, source } = chart;
  const names = seriesNames(chart);
  const drawing: ElementContent = {
    type: 'raw',
    value: await drawChart(chart, 'page'),
  } as unknown as ElementContent;
  return h('figure', { className: 'chart', id: `chart-${number}` }, [
    h('figcaption', title),
    ...(names.length < 2 ? [] : [legend(names)]),
    drawing,
    ...(source === undefined ? [] : [h('p', { className: 'chart-source' }, `${t.dataSource}: ${source}`)]),
    h('details', [h('summary', t.chartData), table(chart, t), h('p', h('a', { href: data }, t.chartFile))]),
  ]);
}

function legend(names: readonly string[]): Element {
  return h(
    'ul',
    { className: 'chart-legend' },
    names.map((name, index) => h('li', [h('span', { className: ['swatch', `swatch-${index % 6}`] }), name])),
  );
}

function table({ columns, rows }: Chart, t: Dictionary): Element {
  const numeric = new Set(columns.filter((name) => rows.every((row) => isNumber(row[name]!))));
  const look = (name: string) => ({ className: numeric.has(name) ? ['align-right'] : undefined });
  return h('div', { className: 'scroll', tabIndex: 0, role: 'group', ariaLabel: t.scrollable }, [
    h('table', [
      h(
        'thead',
        h(
          'tr',
          columns.map((name) => h('th', { scope: 'col', ...look(name) }, name)),
        ),
      ),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            columns.map((name) => h('td', look(name), row[name])),
          ),
        ),
      ),
    ]),
  ]);
}
