import type { Root } from 'hast';
import { h } from 'hastscript';
import { eachElement } from './each-element.ts';

/** A wide table scrolls inside its own box, which the keyboard can reach too. */
export function scrollTables(tree: Root, label: string): void {
  eachElement(tree, (node, index, parent) => {
    if (node.tagName !== 'table') return true;
    parent.children[index] = h(
      'div',
      { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: label },
      [node],
    );
    return false;
  });
}
