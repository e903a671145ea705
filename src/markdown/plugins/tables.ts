import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import type { Dictionary } from '../../i18n/dictionary.ts';

/**
 * A wide table scrolls inside its own box, which the keyboard can reach too: a group, not a region, for several tables of a page would
 * be landmarks of one name. A cell without text is no header, wherever it stands. How a column is aligned is said by a class, for
 * no page lets a `style` attribute do anything.
 */
export function tables(t: Dictionary) {
  return defineHastPlugin({
    name: 'opsnotes-tables',
    element: {
      filter: ['table', 'th', 'td'],
      visit(node: Readonly<Element>, context: HastVisitorContext) {
        if (node.tagName !== 'table') {
          if (node.tagName === 'th' && isEmpty(node)) return h('td');
          alignCell(node, context);
          return undefined;
        }
        const box = { className: 'scroll', tabIndex: 0, role: 'group', ariaLabel: t.scrollable };
        context.wrapNode(node, h('div', box));
        return undefined;
      },
    },
  });
}

/** A picture may name a column as well as text. */
function isEmpty(node: Readonly<Element>): boolean {
  return node.children.every((child) => child.type === 'text' && child.value.trim() === '');
}

function alignCell(node: Readonly<Element>, context: HastVisitorContext): void {
  const { style = '' } = node.properties;
  const side = /text-align:\s*(left|center|right)/.exec(style)?.[1];
  if (side === undefined) return;
  context.setProperty(node, 'style', undefined);
  context.setProperty(node, 'className', [`align-${side}`]);
}
