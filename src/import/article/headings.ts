import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { headingIds } from '../../content/outline/heading-ids.ts';

/**
 * Arranges headings as our pages need them. The title is the only first-level heading, so the highest becomes
 * second-level, and no level is skipped. Empty headings and repetitions of the title are removed.
 *
 * @returns the anchors that they will have, and their texts in lower case
 */
export function arrangeHeadings(tree: Root, title: string): { ids: string[]; idOfText: Map<string, string> } {
  dropHeadings(tree, title);
  const levels: number[] = [];
  const idOf = headingIds();
  const ids: string[] = [];
  const idOfText = new Map<string, string>();
  visit(tree, 'heading', (node) => {
    while (levels.length > 0 && levels.at(-1)! >= node.depth) levels.pop();
    levels.push(node.depth);
    node.depth = Math.min(6, levels.length + 1) as Heading['depth'];
    const text = toString(node);
    const id = idOf(text);
    ids.push(id);
    const key = text.trim().toLowerCase();
    if (!idOfText.has(key)) idOfText.set(key, id);
  });
  return { ids, idOfText };
}

function dropHeadings(tree: Root, title: string): void {
  const [first] = tree.children;
  if (first?.type === 'heading' && toString(first).trim().toLowerCase() === title.trim().toLowerCase())
    tree.children.shift();
  visit(tree, 'heading', (node, index, parent) => {
    if (
      parent === undefined ||
      index === undefined ||
      toString(node, { includeImageAlt: false }).trim() !== ''
    )
      return undefined;
    // A picture alone isn't a heading.
    const pictures = node.children.filter(({ type }) => type === 'image' || type === 'link');
    parent.children.splice(
      index,
      1,
      ...(pictures.length === 0 ? [] : [{ type: 'paragraph' as const, children: pictures }]),
    );
    return index;
  });
}
