import type { Element, Parents, Root } from 'hast';

/**
 * Calls `visit` for each element of a tree, before what is in it; false leaves out what is in it.
 *
 * By ourselves, for `unist-util-visit` makes and names a function for every node, which was a third of a page's time.
 */
export function eachElement(
  tree: Root | Element,
  visit: (element: Element, index: number, parent: Parents) => unknown,
): void {
  // By index: a visitor may put another element into the place of the one that it was given.
  for (let index = 0; index < tree.children.length; index++) {
    const child = tree.children[index]!;
    if (child.type === 'element' && visit(child, index, tree) !== false) eachElement(child, visit);
  }
}
