import type { Root, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Gives the first row of a table as many cells as the longest row has, because Markdown doesn't show more cells than
 * that. Empty ones are left out instead.
 */
export function evenTables(tree: Root): void {
  visit(tree, 'table', ({ children: [head, ...rows] }) => {
    if (head === undefined) return;
    const columns = head.children.length;
    for (const { children: cells } of rows)
      while (cells.length > columns && isEmpty(cells.at(-1)!)) cells.pop();
    const most = Math.max(...rows.map(({ children }) => children.length));
    while (head.children.length < most) head.children.push({ type: 'tableCell', children: [] });
  });
}

function isEmpty({ children }: TableCell): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}
