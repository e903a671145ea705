import type { Element } from 'hast';
import { defineHastPlugin } from 'satteri';

/** Labels the checkbox of each task with its text, for screen readers. */
export const tasks = defineHastPlugin({
  name: 'opsnotes-tasks',
  element: {
    filter: ['li'],
    visit(item, context) {
      const box = tickBox(item) ?? item.children.filter(isElement).map(tickBox).find(Boolean);
      if (box === undefined) return;
      context.setProperty(box, 'ariaLabel', context.textContent(item).trim().split('\n', 1)[0]);
    },
  },
});

/** The checkbox among an element's own children: those of the item, or of its first paragraph. */
function tickBox(element: Element): Element | undefined {
  if (element.tagName !== 'li' && element.tagName !== 'p') return undefined;
  return element.children
    .filter(isElement)
    .find(({ tagName, properties }) => tagName === 'input' && properties.type === 'checkbox');
}

function isElement(node: Element['children'][number]): node is Element {
  return node.type === 'element';
}
