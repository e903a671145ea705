import { markdownToMdast, type MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import type { CommentEntry, Content } from '../content/read-content.ts';
import { commentFeatures } from '../content/outline/features.ts';
import type { Mention } from '../content/outline/outline.ts';
import type { Fault } from '../content/fault.ts';

/** A comment is harmless Markdown: no HTML and no pictures. `linkFaults` checks its links. */
export function commentFaults(content: Content): Fault[] {
  return content.comments.flatMap((entry) => nodesOf(entry).flatMap((placed) => nodeFault(entry, placed)));
}

/** The addresses that a comment links to. */
export function commentLinks(entry: CommentEntry): Mention[] {
  return nodesOf(entry).flatMap(({ node, line }) =>
    node.type === 'link' || node.type === 'definition' ? [{ text: node.url, line }] : [],
  );
}

interface PlacedNode {
  node: MdastNode;
  /** Line in the comment's file. */
  line: number;
}

function nodesOf({ data, lineOf }: CommentEntry): PlacedNode[] {
  if (data === undefined) return [];
  const firstLine = lineOf(['body']) + (data.body.includes('\n') ? 1 : 0);
  const nodes: PlacedNode[] = [];
  visit(markdownToMdast(data.body, { features: commentFeatures }), (node) => {
    nodes.push({ node, line: firstLine + (node.position?.start.line ?? 1) - 1 });
  });
  return nodes;
}

function nodeFault({ file }: CommentEntry, { node, line }: PlacedNode): Fault[] {
  switch (node.type) {
    case 'html': {
      const message = `Unexpected HTML \`${node.value.slice(0, 60)}\`, expected Markdown only.`;
      const hint = 'Put it in backticks to show it literally.';
      return [{ file, line, code: 'html-in-comment', message, hint }];
    }
    case 'image':
    case 'imageReference': {
      const name = node.type === 'image' ? node.url : node.identifier;
      const message = `Unexpected picture \`${name}\` in a comment, expected text.`;
      return [{ file, line, code: 'remote-resource', message }];
    }
    default:
      return [];
  }
}
