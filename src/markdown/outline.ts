import GithubSlugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import { mdxToMdast, type MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import { features } from './features.ts';

/** A fence as written, not yet parsed as a command block. */
export interface Fence {
  language: string;
  meta: string;
  text: string;
  /** Line in the file of the first line of its content. */
  line: number;
  /** The sentence that introduces it: the last before it below the same heading; empty where there is none. */
  introduction: string;
  /** The heading that it stands below. */
  heading: Heading | undefined;
}

/** Something in the prose, and its line in the file. */
export interface Mention {
  text: string;
  line: number;
}

/** A heading, for the table of contents. */
export interface Heading {
  /** 1 to 6. */
  depth: number;
  text: string;
  /** Its anchor, after GitHub's rules. */
  id: string;
}

/** The prose below one heading, fences left out; the first section is what stands before any heading. */
export interface Section {
  heading: Heading | undefined;
  text: string;
}

/** What an MDX text holds, with lines: everything that the checks ask for and the tree of HTML no longer knows. */
export interface Outline {
  /** Words of prose and code, for the time that reading takes. */
  words: number;
  headings: Heading[];
  sections: Section[];
  fences: Fence[];
  /** Addresses of links. */
  links: Mention[];
  /** Addresses of pictures, frames and scripts: all that a browser would fetch by itself. */
  resources: Mention[];
  /** Inline code, with its column. */
  codes: (Mention & { column: number })[];
  /** Names of elements and components. */
  components: Mention[];
  /** `import` and `export` statements. */
  statements: Mention[];
  /** Expressions in braces. */
  expressions: Mention[];
}

/** Attributes that make a browser fetch something. */
const FETCHING = new Set(['src', 'srcset', 'srcSet', 'poster', 'data', 'background']);

/**
 * MDX → its outline, in the order of the text.
 *
 * @throws what Sätteri throws on a syntax error; `mdxFault` reads line and message from it.
 */
export function outline(source: string): Outline {
  const slugger = new GithubSlugger();
  const found: Outline = {
    words: 0,
    headings: [],
    sections: [{ heading: undefined, text: '' }],
    fences: [],
    links: [],
    resources: [],
    codes: [],
    components: [],
    statements: [],
    expressions: [],
  };
  visit(mdxToMdast(source, { features }), (node) => {
    note(node, node.position?.start.line ?? 1, found);
    if (node.type === 'heading') startSection(node, slugger, found);
    if (node.type === 'paragraph' || node.type === 'tableRow') extendSection(toString(node), found);
  });
  return found;
}

function startSection(
  node: Extract<MdastNode, { type: 'heading' }>,
  slugger: GithubSlugger,
  found: Outline,
): void {
  const text = toString(node);
  const heading = { depth: node.depth, text, id: slugger.slug(text) };
  found.headings.push(heading);
  found.sections.push({ heading, text: '' });
}

function extendSection(text: string, found: Outline): void {
  const section = found.sections.at(-1)!;
  const line = text.replace(/\s+/g, ' ').trim();
  section.text += section.text === '' ? line : `\n${line}`;
}

/** The last sentence of a text that is no aside: `Make it. Then mount it: (Or not.)` → `Then mount it:` */
function lastSentence(text: string): string {
  const paragraph = text.slice(text.lastIndexOf('\n') + 1);
  const sentences = paragraph.split(/(?<=[.!?…:]\)?)\s+(?=[\p{Lu}\p{N}“"«(])/u);
  return sentences.findLast((sentence) => !sentence.startsWith('(')) ?? paragraph;
}

function noteFence(node: Extract<MdastNode, { type: 'code' }>, line: number, found: Outline): void {
  const { heading, text } = found.sections.at(-1)!;
  const introduction = lastSentence(text);
  found.words += wordCount(node.value);
  found.fences.push({
    language: node.lang ?? '',
    meta: node.meta ?? '',
    text: node.value,
    line: line + 1,
    introduction,
    heading,
  });
}

function note(node: MdastNode, line: number, found: Outline): void {
  switch (node.type) {
    case 'text':
      found.words += wordCount(node.value);
      break;
    case 'code':
      noteFence(node, line, found);
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

function noteElement(node: MdastNode, line: number, found: Outline): void {
  if (!('attributes' in node) || !('name' in node) || !Array.isArray(node.attributes)) return;
  if (node.name !== null) found.components.push({ text: node.name, line });
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    if (FETCHING.has(attribute.name)) found.resources.push({ text: attribute.value, line });
    if (attribute.name === 'href') {
      (node.name === 'link' ? found.resources : found.links).push({ text: attribute.value, line });
    }
  }
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
