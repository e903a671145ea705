import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** A wide table scrolls inside its own box, which the keyboard can reach too. */
export function scrollTables(tree: Root, label: string): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
    parent.children[index] = h(
      'div',
      { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: label },
      [node],
    );
    return SKIP;
  });
}
