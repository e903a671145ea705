import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { defaultHandlers, toMarkdown, type Options } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import { outline } from '../../content/outline/outline.ts';
import { todoMarker } from './code-blocks.ts';

const gfm = gfmToMarkdown({ tablePipeAlign: false });

/** GitHub's own, which writes the boxes of tasks. */
const paragraph =
  gfm.extensions?.map(({ handlers }) => handlers?.paragraph).find((handler) => handler != null) ??
  defaultHandlers.paragraph;

const options: Options = {
  // What our check takes for the markup of another tool, were it not meant as itself.
  unsafe: [
    { character: ':', after: '::', atBreak: true },
    { character: '!', after: '!!', atBreak: true },
    { character: '?', after: String.raw`\?\?`, atBreak: true },
    { character: '[', after: String.raw`[\[!^]` },
    { character: '=', before: '=' },
  ],
  extensions: [gfm, mdxToMarkdown({ printWidth: 118 })],
  bullet: '-',
  emphasis: '_',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: true,
  handlers: {
    // A paragraph that begins with one of these words would be a statement.
    paragraph: (node: Paragraph, parent, state, info) =>
      paragraph(node, parent, state, info).replace(/^(?:i(?=mport\b)|e(?=xport\b))/, (letter: string) =>
        letter === 'i' ? '&#105;' : '&#101;',
      ),
  },
};

/**
 * A tree of Markdown → MDX that our own parser reads back, with the same code in the same order. What it should not read
 * stands as text below a marker, so that nothing is lost and everything builds.
 */
export function toMdx(tree: Root): { mdx: string; failed: number } {
  const whole = toMarkdown(tree, options);
  if (readsBack(whole, tree)) return { mdx: whole, failed: 0 };
  let failed = 0;
  const parts = tree.children.map((node): RootContent[] => {
    const part: Root = { type: 'root', children: [node] };
    if (node.type === 'footnoteDefinition' || readsBack(toMarkdown(part, options), part)) return [node];
    failed++;
    return asText(node);
  });
  return { mdx: toMarkdown({ type: 'root', children: parts.flat() }, options), failed };
}

function readsBack(mdx: string, tree: Root): boolean {
  try {
    const { fences, statements } = outline(mdx);
    const written = codesIn(tree);
    return (
      statements.length === 0 &&
      fences.length === written.length &&
      fences.every(({ text }, index) => text === written[index])
    );
  } catch {
    return false;
  }
}

function codesIn(node: Nodes): string[] {
  if (node.type === 'code') return [node.value];
  return 'children' in node ? node.children.flatMap(codesIn) : [];
}

/** The text of a part, then its code, each by itself. */
function asText(node: RootContent): RootContent[] {
  const codes = codeNodes(node);
  const text = node.type === 'code' ? '' : toString(node).trim();
  return [
    todoMarker('this part could not be written as Markdown; its text and code follow'),
    ...(text === ''
      ? []
      : [
          {
            type: 'paragraph' as const,
            children: [{ type: 'text' as const, value: text.replace(/\s+/g, ' ') }],
          },
        ]),
    ...codes,
  ];
}

function codeNodes(node: Nodes): RootContent[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap(codeNodes) : [];
}
