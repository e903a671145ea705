import type { Nodes as HastNodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Code, FootnoteDefinition, FootnoteReference, Html, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast, type Options } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import type { WrittenCode } from '../code/written-code.ts';
import { codeOfFence } from './fence-info.ts';
import { CODE_ATTRIBUTE, type Conversion } from './conversion.ts';
import { nodesIn } from './nodes.ts';
import { htmlToMarkdown } from './html.ts';
import { isHtmlName } from './html-names.ts';
import { htmlTree } from './html-tree.ts';

/**
 * Parses Markdown as most generators do (CommonMark, GitHub's extensions, embedded HTML) into a tree without HTML.
 */
export function markdownTree(text: string, conversion: Conversion): Root {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  numberCodes(tree, conversion.codes, text);
  visit(tree, 'html', literalNames);
  if (!nodesIn(tree).some(({ type }) => type === 'html')) return tree;
  return throughHtml(tree, (part) => {
    const html = toHtml(withStandIns(part, { allowDangerousHtml: true }), { allowDangerousHtml: true });
    return htmlToMarkdown(htmlTree(html), conversion);
  });
}

/** Numbers the blocks of code. A fence that is never closed may have swallowed the rest of the text. */
export function numberCodes(tree: Root, codes: WrittenCode[], text: string): void {
  visit(tree, 'code', (node) => {
    const doubt = isUnclosed(node, text) ? 'the fence was never closed: where does the code end?' : undefined;
    node.data = { opsnotesCode: codes.push({ ...codeOfFence(node), doubt }) - 1 };
  });
}

/** Whether a fence ends with the text instead of a line like the one that opened it. */
function isUnclosed({ position }: Code, text: string): boolean {
  if (position?.end.offset === undefined || position.start.offset === undefined) return false;
  const written = text.slice(position.start.offset, position.end.offset);
  const mark = /^(`{3,}|~{3,})/.exec(written)?.[1];
  if (mark === undefined || text.slice(position.end.offset).trim() !== '') return false;
  const last = written
    .slice(written.lastIndexOf('\n') + 1)
    .replace(/^[\s>]*/, '')
    .trimEnd();
  return !(written.includes('\n') && last.startsWith(mark) && /^(?:`+|~+)$/.test(last));
}

/** `<hostname>` in a sentence isn't HTML: a browser would show nothing, but the author meant it literally. */
function literalNames(
  node: Html,
  index: number | undefined,
  parent: { children: Nodes[] } | undefined,
): void {
  const name = /^<\/?([A-Za-z][^\s/>]*)/.exec(node.value)?.[1];
  if (name === undefined || isHtmlName(name) || index === undefined || parent === undefined) return;
  if (/^[A-Z][a-z]+[A-Z]?/.test(name) && /^<\/|\/>$|=/.test(node.value)) return;
  const isInLine = !node.value.includes('\n');
  if (isInLine) parent.children[index] = { type: 'text', value: node.value };
}

/**
 * Markdown with elements in it can only be read like a browser does as one text of HTML. Footnotes keep their own form, and are
 * converted one by one.
 */
export function throughHtml(tree: Root, convert: (part: Root) => Root): Root {
  const footnotes: FootnoteDefinition[] = [];
  visit(tree, 'footnoteDefinition', (node) => {
    const { children } = convert({ type: 'root', children: node.children });
    footnotes.push({ ...node, children: children as FootnoteDefinition['children'] });
  });
  tree.children = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  const result = convert(tree);
  return { ...result, children: [...result.children, ...footnotes] };
}

/** Converts Markdown to HTML, with elements in the place of code and of references to footnotes. */
export function withStandIns(tree: Root, options: Options): HastNodes {
  return toHast(tree, {
    ...options,
    handlers: {
      code: (_state, { data }: Code) => h('pre', { [CODE_ATTRIBUTE]: String(data?.opsnotesCode) }),
      footnoteReference: (_state, { label, identifier }: FootnoteReference) =>
        h('opsnotes-footnote', { label: label ?? identifier }),
    },
  });
}
