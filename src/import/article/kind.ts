import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { nodesIn } from '../convert/nodes.ts';

/** `1. Install`, `Step 2: mount`, `Шаг 3` */
const NUMBERED = /^(?:(?:step|part|шаг|этап|schritt|étape|paso)\s+)?\d{1,2}(?:[.):]|\s+[-–—]|\s)\s*\p{L}/iu;

/**
 * A guide has its commands in numbered steps: a list or headings with numbers, at least two of which have commands
 * below them. Everything else is a note.
 *
 * @param isCommand whether a node is code that the reader runs
 */
export function guessKind(tree: Root, isCommand: (node: Nodes) => boolean): 'guide' | 'note' {
  return stepsOfLists(tree, isCommand) >= 2 || stepsOfHeadings(tree, isCommand) >= 2 ? 'guide' : 'note';
}

function stepsOfLists(tree: Root, isCommand: (node: Nodes) => boolean): number {
  let steps = 0;
  visit(tree, 'list', (list) => {
    if (list.ordered === true) steps += list.children.filter((item) => nodesIn(item).some(isCommand)).length;
  });
  return steps;
}

/** `1. Install` at the root, even if code between the items has split the list. */
function stepsOfHeadings(tree: Root, isCommand: (node: Nodes) => boolean): number {
  let steps = 0;
  let isOpen = false;
  for (const node of tree.children) {
    const isNumbered =
      (node.type === 'heading' && NUMBERED.test(toString(node))) ||
      (node.type === 'list' && node.ordered === true) ||
      (node.type === 'paragraph' && /^\d{1,2}[.)]\s/.test(toString(node)));
    if (isNumbered) isOpen = true;
    else if (node.type === 'heading') isOpen = false;
    if (isOpen && node.type !== 'list' && nodesIn(node).some(isCommand)) {
      steps++;
      isOpen = false;
    }
  }
  return steps;
}
