import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import type { Dictionary } from '../../i18n/dictionary.ts';

/**
 * Wraps tables in a box that scrolls and can be reached with the keyboard. Column alignment becomes a class, because the content
 * security policy blocks `style` attributes.
 */
export function tables(t: Dictionary) {
  return defineHastPlugin({
    name: 'opsnotes-tables',
    element: {
      filter: ['table', 'th', 'td'],
      visit(node: Readonly<Element>, context: HastVisitorContext) {
        if (node.tagName !== 'table') {
          alignCell(node, context);
          return;
        }
        const box = { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: t.scrollable };
        context.wrapNode(node, h('div', box));
      },
    },
  });
}

function alignCell(node: Readonly<Element>, context: HastVisitorContext): void {
  const { style = '' } = node.properties;
  const side = /text-align:\s*(left|center|right)/.exec(style)?.[1];
  if (side === undefined) return;
  context.setProperty(node, 'style', undefined);
  context.setProperty(node, 'className', [`align-${side}`]);
}
