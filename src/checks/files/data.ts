import { extname } from 'node:path';
import type { Fault } from '../../content/fault.ts';

const SEPARATORS: Readonly<Record<string, string>> = { '.csv': ',', '.tsv': '\t' };

const SIGNS: Readonly<Record<string, string>> = { ',': 'commas', '\t': 'tabs', ';': 'semicolons' };

/** The rows of a benchmark's data file have as many cells as its head, none of which is empty or there twice. */
export function dataFaults(file: string, bytes: Uint8Array): Fault[] {
  const text = new TextDecoder().decode(bytes);
  const separator = SEPARATORS[extname(file).toLowerCase()];
  if (separator === undefined) return [];
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: cells(line, separator) }));
  const written = rows.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  const [head, ...body] = written;
  if (head === undefined) return [];
  const bad = (line: number, message: string): Fault => ({ file, line, code: 'bad-data', message });
  const lost = rows.find(({ cells }) => cells.some((cell) => cell.includes('\uFFFD')));
  if (lost !== undefined)
    return [bad(lost.line, 'Unexpected bytes that are no UTF-8, expected a file saved as UTF-8.')];
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
      : [bad(head.line, `Unexpected column \`${odd}\`, expected each with a name of its own.`)]),
    ...(body.length === 0
      ? [bad(head.line, 'Unexpected end of the data, expected rows below the head.')]
      : []),
    ...body
      .filter(({ cells }) => cells.length !== names.length)
      .map(({ line, cells }) =>
        bad(line, `Unexpected ${cells.length} cells in a row, expected ${names.length} as in the head.`),
      ),
  ];
}

/** `a,"b,c"` → `a`, `b,c`; a quoted cell stays on its line. */
function cells(line: string, separator: string): string[] {
  const found: string[] = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) found.push('');
    else found.push(found.pop()! + character);
  }
  return found;
}
