import type { Nodes } from 'mdast';

/** A node and all nodes in it, in document order. */
export function nodesIn(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesIn)] : [node];
}
