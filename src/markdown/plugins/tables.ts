import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import type { Dictionary } from '../../i18n/dictionary.ts';

/**
 * A wide table scrolls inside its own box, which the keyboard can reach too. How a column is aligned is said by a class, for
 * no page lets a `style` attribute do anything.
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
