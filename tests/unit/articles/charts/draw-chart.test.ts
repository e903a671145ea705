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

function chart(attributes: Record<string, string> = {}, data = DATA): Chart {
  const read = readChart({ ...ATTRIBUTES, ...attributes }, data);
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

  it('says what it shows, and contains nothing that a page would block', async () => {
    const svg = await drawChart(chart({ facet: 'kind', log: 'x y' }), 'page');
    const drawing = load(svg)('svg').first();
    expect(drawing.attr()).toMatchObject({ role: 'img', 'aria-label': ATTRIBUTES.alt });
    expect(svg).not.toMatch(/<style|<script| style=| on\w+=/);
  });

  const labels = async (attributes: Record<string, string>, data: string): Promise<string[]> => {
    const $ = load(await drawChart(chart(attributes, data), 'page'));
    return $('text')
      .toArray()
      .map((text) => $(text).text());
  };

  it('keeps names in the order of its file, not alphabetical order', async () => {
    const data = 'size,kind,rate\n4 MiB,off,1\n16 MiB,off,2\n128 MiB,off,3\n4 MiB,a cache,1\n';
    const sizes = (found: string[]) => found.filter((text) => text.endsWith('MiB'));
    const inOrder = ['4 MiB', '16 MiB', '128 MiB'];
    expect(sizes(await labels({ kind: 'bars' }, data))).toEqual(inOrder);
    expect(sizes(await labels({ kind: 'bars', series: 'kind' }, data))).toEqual(inOrder);
    expect(sizes(await labels({ kind: 'points' }, data))).toEqual(inOrder);
    const facets = await labels({ kind: 'bars', facet: 'kind' }, data);
    expect(facets.indexOf('off')).toBeLessThan(facets.indexOf('a cache'));
    const $ = load(await drawChart(chart({ kind: 'bars', series: 'kind' }, data), 'page'));
    const [off, cache] = $('rect')
      .toArray()
      .filter((bar) => $(bar).attr('height') !== undefined)
      .map((bar) => [$(bar).attr('fill'), Number($(bar).attr('x'))] as const)
      .sort(([a], [b]) => a!.localeCompare(b!))
      .filter(([fill], index, all) => index === 0 || fill !== all[index - 1]![0]);
    expect(off![0]).toBe('var(--chart-0)');
    expect(off![1]).toBeLessThan(cache![1]);
  });

  it('has numbers on its axes as people write them', async () => {
    expect(await labels({}, 'size,rate\n0.5,3000\n2,0\n')).toEqual(
      expect.arrayContaining(['0.5', '1000', '3000']),
    );
    expect(await labels({}, 'size,rate\n1,30000\n2,0\n')).toContain('10\u00A0000');
  });

  it('marks the values themselves on a logarithmic axis, unless they are many or close together', async () => {
    const few = await labels({ log: 'x' }, 'size,rate\n1,1\n4,1\n16,1\n64,1\n128,1\n');
    expect(few).toEqual(expect.arrayContaining(['1', '4', '16', '64', '128']));
    const close = await labels({ log: 'x' }, 'size,rate\n1,1\n1000,1\n1024,1\n');
    expect(close).not.toContain('1024');
  });

  it('as a separate picture has its own colours and a legend', async () => {
    const svg = await drawChart(chart({ series: 'kind' }), 'picture');
    expect(load(svg).text()).toMatch(/^ext4xfs/);
    expect(svg).toContain('#0072b2');
    expect(svg).not.toContain('var(');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });
});

describe('a mistake in a chart is reported:', () => {
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
