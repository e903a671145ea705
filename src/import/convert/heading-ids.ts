import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Notes the ids of a page's headings, and of anchors in or right before them, with the heading's text. */
export function takeHeadingIds(tree: Root, anchors: Map<string, string>): void {
  let pending: string[] = [];
  visit(tree, 'element', (node) => {
    const id = idOf(node);
    if (/^h[1-6]$/.test(node.tagName)) {
      const text = toString(node).trim();
      visit(node, 'element', (inner) => {
        const own = idOf(inner);
        if (own !== undefined) pending.push(own);
      });
      for (const name of pending) anchors.set(name, text);
      pending = [];
    } else if (
      id !== undefined &&
      (node.tagName === 'a' || node.tagName === 'section' || node.tagName === 'div')
    )
      pending = [...pending.slice(-3), id];
    else if (node.tagName === 'p') pending = pending.slice(-1);
  });
}

function idOf({ properties }: Element): string | undefined {
  const id = properties.id ?? properties.name;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
