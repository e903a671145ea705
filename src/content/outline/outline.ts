import { mdxToMdast, type MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import { fenceInfo } from '../../commands/fence-info.ts';
import { addressKind } from './address-attributes.ts';
import { articleBlocks, type ArticleBlock } from './article-blocks.ts';
import { features } from './features.ts';
import type { Fence, Heading } from './fence.ts';
import { headingIds } from './heading-ids.ts';
import {
  attributeExpression,
  attributeText,
  isJsx,
  textOfAttribute,
  type JsxElement,
} from './jsx-attributes.ts';
import { plainText } from './plain-text.ts';

export type { Fence, Heading };

/** Something in the prose, with its line in the file. */
export interface Mention {
  text: string;
  line: number;
}

/** The line in the file of a part of a mention that spans several lines. */
export function lineOf(part: string, { text, line }: Mention): number {
  const before = text.slice(0, Math.max(0, text.indexOf(part)));
  return line + before.split('\n').length - 1;
}

/** The prose under one heading, without fences; the first section is the text before any heading. */
export interface Section {
  heading: Heading | undefined;
  text: string;
}

/** What an MDX text contains, with line numbers: everything that the checks need and the HTML no longer has. */
export interface Outline {
  /** Words of prose and code, to estimate the reading time. */
  words: number;
  headings: Heading[];
  sections: Section[];
  fences: Fence[];
  /** The fences, parsed. */
  blocks: ArticleBlock[];
  /** Addresses of links. */
  links: Mention[];
  /** Addresses of pictures, frames and scripts: everything that a browser fetches on its own. */
  resources: Mention[];
  /** Inline code, with its column. */
  codes: (Mention & { column: number })[];
  /** Names of elements and components. */
  components: Mention[];
  /** Texts in attributes of elements that readers see or hear: titles of charts, what a picture shows. */
  labels: Mention[];
  /** `<Chart>` elements, with those of their attributes that are plain text. */
  charts: { attributes: Record<string, string>; line: number }[];
  /** `import` and `export` statements. */
  statements: Mention[];
  /** Expressions in braces, including those in attributes. */
  expressions: Mention[];
}

/**
 * Builds the outline of an MDX text, in document order.
 *
 * @throws whatever Sätteri throws for a syntax error; `readMdx` recovers from it
 */
export function outline(source: string): Outline {
  return outlineOf(mdxToMdast(source, { features }), source);
}

/** Builds the outline from a tree that is already parsed, and the text it was parsed from. */
export function outlineOf(tree: MdastNode, source: string): Outline {
  const idOf = headingIds();
  const found: Outline = {
    words: 0,
    headings: [],
    sections: [{ heading: undefined, text: '' }],
    fences: [],
    blocks: [],
    links: [],
    resources: [],
    codes: [],
    components: [],
    labels: [],
    charts: [],
    statements: [],
    expressions: [],
  };
  const lines = source.split('\n');
  visit(tree, (node, _index, parent) => {
    note(node, node.position?.start.line ?? 1, found, lines);
    if (node.type === 'heading') startSection(node, node.depth, idOf(plainText(node)), found);
    const depth = writtenDepth(node);
    if (depth !== undefined && isJsx(node))
      startSection(node, depth, textOfAttribute(node, 'id') ?? idOf(plainText(node)), found);
    if (node.type === 'paragraph' || node.type === 'tableRow' || isAlone(node, parent))
      extendSection(plainText(node), found);
    if (node.type === 'mdxJsxFlowElement' && depth === undefined) extendSection(ownText(node), found);
  });
  found.blocks = articleBlocks(found.fences);
  return found;
}

/** An expression that is a paragraph of its own. Within an element, it is part of that element's text. */
function isAlone(node: MdastNode, parent: MdastNode | undefined): boolean {
  return node.type === 'mdxFlowExpression' && parent?.type !== 'mdxJsxFlowElement';
}

function startSection(node: MdastNode, depth: number, id: string, found: Outline): void {
  const line = node.position?.start.line ?? 1;
  const heading = { depth: Math.max(2, depth), text: plainText(node), id, line };
  found.headings.push(heading);
  found.sections.push({ heading, text: '' });
}

/** The depth of a heading written as an element: `<h3>` → 3. */
function writtenDepth(node: MdastNode): number | undefined {
  const depth = isJsx(node) ? /^h([1-6])$/.exec(node.name ?? '')?.[1] : undefined;
  return depth === undefined ? undefined : Number(depth);
}

/** Text in an element without a paragraph around it: `<Note>So it is.</Note>`. */
function ownText(node: JsxElement): string {
  return node.children.map((child) => (PHRASES.has(child.type) ? plainText(child) : '\n')).join('');
}

const PHRASES: ReadonlySet<string> = new Set(
  (
    'text inlineCode emphasis strong delete link ' + 'mdxJsxTextElement mdxTextExpression mdxFlowExpression'
  ).split(' '),
);

function extendSection(text: string, found: Outline): void {
  const section = found.sections.at(-1)!;
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] ?/, '');
  if (line === '') return;
  section.text += section.text === '' ? line : `\n${line}`;
}

/** The last sentence of a text, without asides: `Make it. Then mount it: (Or not.)` → `Then mount it:` */
function lastSentence(text: string): string {
  const paragraph = text.slice(text.lastIndexOf('\n') + 1);
  const sentences = paragraph.split(/(?<=[.!?…:]\)?)\s+(?=[\p{Lu}\p{N}“"«(])/u);
  return sentences.findLast((sentence) => !sentence.startsWith('(')) ?? paragraph;
}

function noteFence(
  node: Extract<MdastNode, { type: 'code' }>,
  line: number,
  found: Outline,
  lines: readonly string[],
): void {
  const { heading, text } = found.sections.at(-1)!;
  const introduction = lastSentence(text);
  found.words += wordCount(node.value);
  found.fences.push({
    ...fenceInfo(lines[line - 1]!.slice((node.position?.start.column ?? 1) - 1)),
    text: node.value,
    line: line + 1,
    indent: (node.position?.start.column ?? 1) - 1,
    introduction,
    heading,
  });
}

function note(node: MdastNode, line: number, found: Outline, lines: readonly string[]): void {
  switch (node.type) {
    case 'text':
      found.words += wordCount(node.value);
      break;
    case 'code':
      noteFence(node, line, found, lines);
      break;
    case 'inlineCode':
      found.words += wordCount(node.value);
      found.codes.push({ text: node.value, line, column: node.position?.start.column ?? 1 });
      break;
    case 'link':
    case 'definition':
      found.links.push({ text: node.url, line });
      break;
    case 'image':
      found.resources.push({ text: node.url, line });
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      noteElement(node, line, found);
      break;
    case 'mdxjsEsm':
      found.statements.push({ text: node.value, line });
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      found.expressions.push({ text: node.value, line });
      break;
    default:
  }
}

function noteElement(node: JsxElement, line: number, found: Outline): void {
  if (node.name !== null) found.components.push({ text: node.name, line });
  for (const name of ['alt', 'title', 'source']) {
    const text = textOfAttribute(node, name) ?? '';
    if (text !== '') found.labels.push({ text, line });
  }
  if (node.name === 'Chart') found.charts.push({ attributes: textsOf(node), line });
  for (const attribute of node.attributes) {
    const expression = attributeExpression(attribute);
    if (expression !== undefined) found.expressions.push({ text: expression, line });
    const text = attributeText(attribute);
    const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : undefined;
    const kind = name === undefined ? undefined : addressKind(name, node.name ?? '');
    if (text !== undefined && kind !== undefined)
      (kind === 'link' ? found.links : found.resources).push({ text, line });
  }
}

function textsOf(node: JsxElement): Record<string, string> {
  return Object.fromEntries(
    node.attributes.flatMap((attribute) => {
      const text = attributeText(attribute);
      return attribute.type === 'mdxJsxAttribute' && text !== undefined ? [[attribute.name, text]] : [];
    }),
  );
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
