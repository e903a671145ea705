import { lineOf, writtenAs, type Finding, type TextRule } from './rule.ts';

/**
 * A row must not have more cells than the table has columns, because the rest wouldn't be shown; and a table needs its delimiter
 * row, or it isn't a table.
 *
 * @example `| a | b |`, `|---|---|`, `| 1 | 2 | 3 |` → `lost-cells`
 */
export const tables: TextRule = (text) =>
  text.nodes.flatMap(({ node }): Finding[] => {
    if (node.type === 'paragraph') {
      const written = writtenAs(text, node).split('\n');
      const isTable = written.length > 1 && written.every((line) => /^[>\s]*\|.*\|\s*$/.test(line));
      return isTable ? [noTable(lineOf(node), written)] : [];
    }
    if (node.type !== 'table') return [];
    const columns = node.align?.length ?? 0;
    return node.children.slice(1).flatMap((row) => {
      const cells = cellsOf(text.lines[lineOf(row) - 1] ?? '');
      if (cells <= columns) return [];
      const message = `Unexpected row of ${cells} cells, expected at most ${columns}: the rest would not be shown.`;
      const hint = 'Write a literal `|` as `\\|`.';
      return [{ line: lineOf(row), code: 'lost-cells', message, hint }];
    });
  });

function noTable(line: number, [head, second]: readonly string[]): Finding {
  const wanted = Array.from({ length: cellsOf(head!) }, () => '---').join(' | ');
  // If there is a delimiter row, the mistake is in it.
  const hasSecond = /^[>\s|:-]+$/.test(second!);
  const message = hasSecond
    ? `Unexpected second line of a table, expected the same number of columns as in the first: ${cellsOf(head!)}.`
    : 'Unexpected table without a delimiter row, expected one as its second line.';
  return {
    line: hasSecond ? line + 1 : line,
    code: 'foreign-markup',
    message,
    hint: `Write as the second line: \`| ${wanted} |\``,
  };
}

/** The number of cells in a row; a literal `|` is written `\|`, in code too. */
function cellsOf(row: string): number {
  const inside = row
    .trim()
    .replace(/^[>\s]*\|?/, '')
    .replace(/(?<!\\)\|\s*$/, '');
  return inside.split(/(?<!\\)\|/).length;
}
