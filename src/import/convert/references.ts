import type { Definition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** `[text][label]` with a definition elsewhere → `[text](address)`, so that each link is complete. */
export function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.type === 'definition') {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const { url = '', title = null } = definitions.get(node.identifier) ?? {};
    const instead: RootContent =
      node.type === 'linkReference'
        ? { type: 'link', url, title, children: node.children }
        : { type: 'image', url, title, alt: node.alt ?? '' };
    parent.children[index] = instead;
    return undefined;
  });
}
