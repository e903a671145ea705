import type { Nodes } from 'hast';
import { visit } from 'unist-util-visit';

/** Elements that a browser draws as a box, although they are part of a line. */
const CONTROLS = new Set('button input label meter option output progress select textarea'.split(' '));

/**
 * Adds a space between a control and an element next to it: where only their texts are left, the words would run together, as in
 * `<button>Save</button><span>all</span>`.
 */
export function separateControls(tree: Nodes): void {
  visit(tree, 'element', (element, index, parent) => {
    const next = parent?.children[(index ?? 0) + 1];
    if (index === undefined || next?.type !== 'element') return;
    if (CONTROLS.has(element.tagName) || CONTROLS.has(next.tagName))
      parent!.children.splice(index + 1, 0, { type: 'text', value: ' ' });
  });
}
