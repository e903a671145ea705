import { csvParse, tsvParse } from 'd3-dsv';
import { isOneOf } from '../one-of.ts';

/** How a chart can show its rows. */
export const CHART_KINDS = ['bars', 'lines', 'points'] as const;

export type ChartKind = (typeof CHART_KINDS)[number];

/** Attributes that name a column of the data. */
const COLUMNS = ['x', 'y', 'series', 'facet', 'low', 'high'] as const;

const REQUIRED = ['data', 'kind', 'x', 'y', 'title', 'alt'] as const;

/** The attributes of `<Chart>`; all are strings. */
export const CHART_ATTRIBUTES = [
  ...REQUIRED,
  'series',
  'facet',
  'low',
  'high',
  'log',
  'unit',
  'source',
] as const;

/** A row of the data, keyed by column name. */
export type Row = Readonly<Record<string, string>>;

/** A chart as the author describes it, with its data. */
export interface Chart {
  kind: ChartKind;
  title: string;
  /** What it shows, in words. */
  alt: string;
  /** The columns to draw; `low` and `high` are the ends of error bars. */
  x: string;
  y: string;
  series?: string;
  facet?: string;
  low?: string;
  high?: string;
  /** Axes with a logarithmic scale. */
  log: readonly ('x' | 'y')[];
  /** The unit of the y axis. */
  unit?: string;
  /** Where the numbers come from. */
  source?: string;
  columns: readonly string[];
  rows: readonly Row[];
}

/** A mistake in a chart, in the form of a fault. */
export interface ChartProblem {
  message: string;
  hint?: string;
  /** The row of the data that it is in, counted from 0; undefined if it concerns the chart itself. */
  row?: number;
}

/** Reads the attributes of `<Chart>` and the text of its file; returns the chart, or everything that is wrong with it. */
export function readChart(
  attributes: Readonly<Record<string, string>>,
  text: string,
): { chart: Chart } | { problems: ChartProblem[] } {
  const known: readonly string[] = CHART_ATTRIBUTES;
  const { data = '', kind = '', log = '' } = attributes;
  const table = text.replace(/^\uFEFF/, '').trim();
  const parsed = data.toLowerCase().endsWith('.tsv') ? tsvParse(table) : csvParse(table);
  const columns = parsed.columns.map((name) => name.trim());
  const rows = parsed.map((row) =>
    Object.fromEntries(parsed.columns.map((name) => [name.trim(), row[name]?.trim() ?? ''])),
  );
  const axes = log.split(/\s+/).filter((axis) => axis !== '');
  const problems = [
    ...Object.keys(attributes)
      .filter((name) => !known.includes(name))
      .map((name) => expected(`attribute \`${name}\` of a chart`, oneOf(known))),
    ...REQUIRED.filter((name) => (attributes[name] ?? '').trim() === '').map((name) =>
      expected(`chart without \`${name}\``, `\`${name}="…"\``),
    ),
    ...(kind === '' || isOneOf(CHART_KINDS, kind)
      ? []
      : [expected(`kind of chart \`${kind}\``, oneOf(CHART_KINDS))]),
    ...axes
      .filter((axis) => axis !== 'x' && axis !== 'y')
      .map((axis) => expected(`axis \`${axis}\` of \`log\``, '`x`, `y` or `x y`')),
    ...COLUMNS.flatMap((name) => columnProblem(name, attributes[name], columns)),
    ...((attributes['low'] === undefined) === (attributes['high'] === undefined)
      ? []
      : [expected('one end of the error bars alone', 'both `low` and `high`')]),
  ];
  if (problems.length > 0) return { problems };
  const numbers = numberProblems(attributes, kind as ChartKind, axes, rows);
  if (numbers.length > 0) return { problems: numbers };
  const chart = { ...attributes, log: axes, columns, rows } as unknown as Chart;
  return { chart };
}

function columnProblem(
  name: (typeof COLUMNS)[number],
  column: string | undefined,
  columns: readonly string[],
): ChartProblem[] {
  if (column === undefined || column === '' || columns.includes(column)) return [];
  return [expected(`column \`${column}\` for \`${name}\``, oneOf(columns))];
}

/** Heights must be numbers; values on a logarithmic axis must be numbers greater than 0. */
function numberProblems(
  attributes: Readonly<Record<string, string>>,
  kind: ChartKind,
  log: readonly string[],
  rows: readonly Row[],
): ChartProblem[] {
  const measured = (['y', 'low', 'high'] as const).filter((name) => attributes[name] !== undefined);
  const names = log.includes('x') && kind !== 'bars' ? [...measured, 'x' as const] : measured;
  return names.flatMap((name) => {
    const column = attributes[name]!;
    const isLog = log.includes(name === 'x' ? 'x' : 'y');
    const row = rows.findIndex((one) => !isNumber(one[column]!) || (isLog && Number(one[column]) <= 0));
    if (row === -1) return [];
    const what = isLog ? 'a number above 0, because its axis is logarithmic' : 'a number';
    return [{ ...expected(`\`${rows[row]![column]!}\` in the column \`${column}\``, what), row }];
  });
}

/** Whether a cell is a number in JavaScript's notation. */
export function isNumber(cell: string): boolean {
  return cell !== '' && Number.isFinite(Number(cell));
}

function expected(found: string, what: string): ChartProblem {
  return { message: `Unexpected ${found}, expected ${what}.` };
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.map((name) => `\`${name}\``).join(', ')}`;
}
