import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { markdownToMdast } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import { commentFeatures } from '../content/outline/features.ts';
import { addressProblem } from '../content/web-address.ts';
import { convertBody } from './convert/convert.ts';
import { toPlainMarkdown } from './convert/mdx.ts';
import { nodesIn } from './convert/nodes.ts';
import { cleanProse } from './convert/prose.ts';
import type { Body } from './entry.ts';
import { plainTextOf } from './read/plain-text.ts';

/** How a comment's text finds where its links lead now, and reports what a comment can't have. */
interface Desk {
  /** Undefined for an address that leads nowhere; the link's text stays. */
  linkTo: (address: string) => string | undefined;
  drop: (what: string) => void;
}

/** Longer ones are hardly comments. */
const LONGEST = 200_000;

/** Converts a reader's comment to Markdown without HTML and pictures. Empty if there is nothing to read in it. */
export function commentText(body: Body, desk: Desk): string {
  try {
    const markdown = toPlainMarkdown(commentTree(body, desk)).trim();
    if (isHarmless(markdown)) return markdown;
  } catch (error) {
    // Nested too deeply for the stack.
    if (!(error instanceof RangeError)) throw error;
  }
  return toPlainMarkdown({
    type: 'root',
    children: [{ type: 'code', lang: 'text', value: plainTextOf(body.text.slice(0, LONGEST)) }],
  }).trim();
}

function commentTree(body: Body, { linkTo, drop }: Desk): Root {
  if (body.text.length > LONGEST) throw new RangeError('too long');
  const { tree } = convertBody(body, 'unknown', {
    drop,
    addressOf: () => undefined,
    valueOf: () => undefined,
    galleryOf: () => [],
    textOf: () => undefined,
  });
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const instead =
      node.type === 'text' && parent.type !== 'link'
        ? withLinks(node.value)
        : inComment(node as RootContent, linkTo, drop);
    if (instead === undefined) return undefined;
    (parent.children as RootContent[]).splice(index, 1, ...instead);
    return [SKIP, index];
  });
  cleanProse(tree);
  return tree;
}

/** WordPress turns bare addresses in comments into links. */
const ADDRESS = /(https?:\/\/[\w-]+(?:\.[\w-]+)+(?:[:/?#][^\s<>"'`]*)?(?<![.,;:!?)\]]))/;

function withLinks(text: string): RootContent[] | undefined {
  const parts = text.split(ADDRESS);
  if (parts.length === 1) return undefined;
  return parts.flatMap((value, index): RootContent[] => {
    if (value === '') return [];
    const words: PhrasingContent = { type: 'text', value };
    return [index % 2 === 1 ? { type: 'link', url: value, children: [words] } : words];
  });
}

/** What takes the place of something that a comment can't have; undefined if it stays. */
function inComment(node: RootContent, linkTo: Desk['linkTo'], drop: Desk['drop']): RootContent[] | undefined {
  switch (node.type) {
    case 'code':
      node.meta = null;
      return undefined;
    case 'link': {
      const url = linkTo(node.url);
      if (url === undefined) return node.children;
      node.url = url;
      return toString(node).trim() === '' ? [{ type: 'text', value: url }] : undefined;
    }
    case 'image': {
      drop('picture in a comment');
      const words: PhrasingContent = { type: 'text', value: node.alt ?? '' };
      return node.alt ? [words] : [];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
    case 'footnoteDefinition':
      return node.children;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
    case 'footnoteReference':
    case 'html':
      return [];
    default:
      return undefined;
  }
}

/** Whether the check has nothing against a comment, read back by our own parser. */
function isHarmless(markdown: string): boolean {
  return nodesIn(markdownToMdast(markdown, { features: commentFeatures })).every((node) =>
    node.type === 'link'
      ? addressProblem(node.url) === undefined
      : !['html', 'image', 'imageReference'].includes(node.type),
  );
}
