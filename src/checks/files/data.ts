import { extname } from 'node:path';
import { dsvFormat } from 'd3-dsv';
import type { Fault } from '../../content/fault.ts';

const SEPARATORS: Readonly<Record<string, string>> = { '.csv': ',', '.tsv': '\t' };

const SIGNS: Readonly<Record<string, string>> = { ',': 'commas', '\t': 'tabs', ';': 'semicolons' };

/**
 * The rows of a benchmark's data file must have as many cells as its header, and the header's cells must be unique and not empty.
 */
export function dataFaults(file: string, bytes: Uint8Array): Fault[] {
  const text = new TextDecoder().decode(bytes);
  const separator = SEPARATORS[extname(file).toLowerCase()];
  if (separator === undefined) return [];
  const format = dsvFormat(separator);
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    // A quoted cell can't span lines.
    .map((line, index) => ({ line: index + 1, cells: format.parseRows(line)[0] ?? [''] }));
  const written = rows.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  const [head, ...body] = written;
  if (head === undefined) return [];
  const bad = (line: number, message: string): Fault => ({ file, line, code: 'bad-data', message });
  const lost = rows.find(({ cells }) => cells.some((cell) => cell.includes('\uFFFD')));
  if (lost !== undefined) return [bad(lost.line, 'Unexpected bytes, expected a file in UTF-8.')];
  const other = ['\t', ';', ','].find(
    (one) => one !== separator && head.cells.length === 1 && head.cells[0]!.includes(one),
  );
  if (other !== undefined)
    return [bad(head.line, `Unexpected ${SIGNS[other]!} between the cells, expected ${SIGNS[separator]!}.`)];
  const names = head.cells.map((name) => name.trim());
  const odd = names.find((name, index) => name === '' || names.indexOf(name) !== index);
  return [
    ...(odd === undefined
      ? []
      : [bad(head.line, `Unexpected column \`${odd}\`, expected a unique name for each.`)]),
    ...(body.length === 0
      ? [bad(head.line, 'Unexpected end of the data, expected rows below the header.')]
      : []),
    ...body
      .filter(({ cells }) => cells.length !== names.length)
      .map(({ line, cells }) =>
        bad(line, `Unexpected ${cells.length} cells in a row, expected ${names.length} as in the header.`),
      ),
  ];
}
