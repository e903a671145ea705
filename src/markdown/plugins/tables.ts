import type { Element } from 'hast';
import { h } from 'hastscript';
import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import type { Dictionary } from '../../i18n/dictionary.ts';

/** A wide table scrolls inside its own box, which the keyboard can reach too. */
export function tables(t: Dictionary) {
  return defineHastPlugin({
    name: 'opsnotes-tables',
    element: {
      filter: ['table'],
      visit(node: Readonly<Element>, context: HastVisitorContext) {
        const box = { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: t.scrollable };
        context.wrapNode(node, h('div', box));
      },
    },
  });
}
