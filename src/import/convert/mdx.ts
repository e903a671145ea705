import type { Code, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { defaultHandlers, toMarkdown, type Options } from 'mdast-util-to-markdown';
import { toString } from 'mdast-util-to-string';
import { outline, type Outline } from '../../content/outline/outline.ts';
import { todoMarker } from './code-blocks.ts';
import { nodesIn } from './nodes.ts';

const gfm = gfmToMarkdown({ tablePipeAlign: false });

/** GitHub's serialiser, which writes task boxes. */
const paragraph =
  gfm.extensions?.map(({ handlers }) => handlers?.paragraph).find((handler) => handler != null) ??
  defaultHandlers.paragraph;

const options: Options = {
  // Our check would take these for another tool's markup if they weren't escaped.
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
    // At the start of a paragraph, these words would begin a statement.
    paragraph: (node: Paragraph, parent, state, info) =>
      paragraph(node, parent, state, info).replace(/^(?:i(?=mport\b)|e(?=xport\b))/, (letter: string) =>
        letter === 'i' ? '&#105;' : '&#101;',
      ),
  },
};

/** Writes a tree of Markdown as MDX. */
export function toMdx(tree: Root): string {
  return toMarkdown(tree, options);
}

/**
 * Does the same for a tree that our own parser can't read back, part by part. Parts that can't be written become text
 * below a marker, so that nothing is lost and everything builds.
 */
export function toMdxByParts(tree: Root): { mdx: string; failed: number } {
  let failed = 0;
  const parts = tree.children.map((node): RootContent[] => {
    const part: Root = { type: 'root', children: [node] };
    if (node.type === 'footnoteDefinition' || readsBack(tryOutline(toMdx(part)), part)) return [node];
    failed++;
    return asText(node);
  });
  return { mdx: toMdx({ type: 'root', children: parts.flat() }), failed };
}

/** Writes a tree without anything of MDX as plain Markdown. */
export function toPlainMarkdown(tree: Root): string {
  return toMarkdown(tree, { ...options, extensions: [gfm] });
}

/** Whether an outline has all the code of a tree, in order, and nothing that would be executed. */
export function readsBack(found: Pick<Outline, 'fences' | 'statements'> | undefined, tree: Root): boolean {
  const written = codesIn(tree);
  return (
    found?.statements.length === 0 &&
    found.fences.length === written.length &&
    found.fences.every(({ text }, index) => text === written[index]!.value)
  );
}

function tryOutline(mdx: string): Outline | undefined {
  try {
    return outline(mdx);
  } catch {
    return undefined;
  }
}

function codesIn(node: Nodes): Code[] {
  return nodesIn(node).filter((inner) => inner.type === 'code');
}

/** The text of a part, followed by each piece of its code. */
function asText(node: RootContent): RootContent[] {
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
    ...codesIn(node),
  ];
}
