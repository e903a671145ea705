import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import type { Dictionary } from '../../i18n/dictionary.ts';

/**
 * Wraps tables in a box that scrolls and can be reached with the keyboard. It is a group, not a region, because the tables of a
 * page would be landmarks with the same name. A cell without text is never a header. Column alignment becomes a class, because
 * the content security policy blocks `style` attributes.
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

/** A picture can name a column just as text can. */
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
