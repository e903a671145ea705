import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { headingIds } from '../../content/outline/heading-ids.ts';
import type { Anchors } from './anchors.ts';

/**
 * Arranges headings as our pages need them. The title is the only first-level heading, so the highest becomes
 * second-level, and no level is skipped. Empty headings and repetitions of the title are removed.
 *
 * @param declared the text of a heading by the source's name for it
 */
export function arrangeHeadings(tree: Root, title: string, declared: ReadonlyMap<string, string>): Anchors {
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
  const named = [...declared].flatMap(([name, heading]): [string, string][] => {
    const id = idOfText.get(plainHeading(heading));
    return id === undefined ? [] : [[name, id]];
  });
  return { ids, named: new Map(named) };
}

function plainHeading(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .trim()
    .toLowerCase();
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
