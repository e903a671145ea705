import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../../src/articles/charts/draw-chart.ts';
import { readChart, type Chart } from '../../../../src/content/charts/chart.ts';

const DATA = 'size,kind,rate,low,high\n1,ext4,10,9,12\n1,xfs,12,11,13\n8,ext4,90,80,95\n8,xfs,70,65,80\n';
const ATTRIBUTES = {
  data: './a.csv',
  kind: 'points',
  x: 'size',
  y: 'rate',
  title: 'Rate by size',
  alt: 'It "grows" & <falls>.',
};

function chart(attributes: Record<string, string> = {}): Chart {
  const read = readChart({ ...ATTRIBUTES, ...attributes }, DATA);
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.chart;
}

function problems(attributes: Record<string, string>, data = DATA): string[] {
  const read = readChart({ ...ATTRIBUTES, ...attributes }, data);
  return 'problems' in read ? read.problems.map(({ message }) => message) : [];
}

describe('a chart', () => {
  it.each(['bars', 'lines', 'points'])(
    'of %s is drawn from its rows, and the same each time',
    async (kind) => {
      const options = { kind, series: 'kind', low: 'low', high: 'high', unit: 'MB/s' };
      const svg = await drawChart(chart(options), 'page');
      const shapes = { bars: 'rect', lines: 'path', points: 'path' }[kind]!;
      expect(load(svg)(shapes).length).toBeGreaterThanOrEqual(kind === 'bars' ? 4 : 2);
      expect(svg).toBe(await drawChart(chart(options), 'page'));
      expect(svg).not.toMatch(/NaN|undefined|null/);
    },
  );

  it('says what it shows, and holds nothing that a page would not let run', async () => {
    const svg = await drawChart(chart({ facet: 'kind', log: 'x y' }), 'page');
    const drawing = load(svg)('svg').first();
    expect(drawing.attr()).toMatchObject({ role: 'img', 'aria-label': ATTRIBUTES.alt });
    expect(svg).not.toMatch(/<style|<script| style=| on\w+=/);
  });

  it('as a picture of its own has its colours in it', async () => {
    const svg = await drawChart(chart({ series: 'kind' }), 'picture');
    expect(svg).toContain('#0072b2');
    expect(svg).not.toContain('var(');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });
});

describe('a slip in a chart is told:', () => {
  it.each([
    [{ kind: 'cake' }, /^Unexpected kind of chart `cake`, expected one of `bars`/],
    [{ y: 'speed' }, /^Unexpected column `speed` for `y`, expected one of `size`/],
    [{ title: '' }, /^Unexpected chart without `title`/],
    [{ colour: 'red' }, /^Unexpected attribute `colour`/],
    [{ log: 'z' }, /^Unexpected axis `z`/],
    [{ low: 'low' }, /^Unexpected one end of the error bars/],
    [{ y: 'kind' }, /^Unexpected `ext4` in the column `kind`, expected a number/],
  ])('%j', (attributes, message) => {
    expect(problems(attributes)).toEqual([expect.stringMatching(message)]);
  });

  it('a 0 on a logarithmic axis', () => {
    expect(problems({ log: 'y' }, 'size,rate\n1,0\n')).toEqual([expect.stringContaining('above 0')]);
  });
});
