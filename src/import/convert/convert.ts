import type { Root } from 'mdast';
import type { Body } from '../entry.ts';
import { placeCode, type PlacedBlocks } from './code-blocks.ts';
import { openContainers } from './containers.ts';
import type { Conversion, ConversionSources } from './conversion.ts';
import { openDefinitions } from './definition-lists.ts';
import { mapProse } from './fences.ts';
import { htmlToMarkdown } from './html.ts';
import { htmlTree } from './html-tree.ts';
import { takeHeadingIds } from './heading-ids.ts';
import { markdownTree } from './markdown.ts';
import { mdxTree } from './mdx-source.ts';
import { linkLoneAddresses, makeParagraphs } from './paragraphs.ts';
import { resolveReferences } from './references.ts';
import { takeShortcodesOut } from './shortcodes.ts';
import { expandTemplates, type Dialect } from './templates.ts';

/** A converted text. */
export interface ConvertedBody extends PlacedBlocks {
  tree: Root;
  /** The text of a heading by the source's name for it: `{#id}`. */
  declared: Map<string, string>;
}

type ConvertedTree = Pick<ConvertedBody, 'tree' | 'declared'>;

/**
 * Converts a text in any form to a tree of Markdown without HTML in which every link is complete.
 *
 * @throws RangeError if the text is nested too deeply for the stack
 */
export function convertBody(body: Body, dialect: Dialect, sources: ConversionSources): ConvertedBody {
  const conversion: Conversion = { ...sources, codes: [] };
  const converted = convertText(body, dialect, conversion);
  const placed = placeCode(converted.tree, conversion.codes);
  resolveReferences(converted.tree);
  return { ...converted, ...placed };
}

/** Every block of code only has a number yet. */
function convertText(body: Body, dialect: Dialect, conversion: Conversion): ConvertedTree {
  const text = body.text.replace(/\r\n?/g, '\n');
  switch (body.form) {
    case 'plain':
      return { tree: plainTree(text), declared: new Map() };
    case 'html':
      return fromHtml(takeShortcodesOut(text, conversion), undefined, conversion);
    case 'wordpress':
      return fromWordpress(text, conversion);
    case 'markdown':
    case 'mdx':
      return fromMarkdownText(text, body.form, dialect, conversion);
  }
}

/** Keeps the paragraphs of plain text. */
function plainTree(text: string): Root {
  const paragraphs = text.split(/\n[ \t]*\n/).filter((paragraph) => paragraph.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((value) => ({
      type: 'paragraph',
      children: [{ type: 'text', value: value.trim() }],
    })),
  };
}

/** Texts of the block editor have their paragraphs; older ones only get them when they are displayed. */
function fromWordpress(text: string, conversion: Conversion): ConvertedTree {
  const isOfBlocks = /<!--\s*wp:/.test(text);
  return fromHtml(
    takeShortcodesOut(isOfBlocks ? withBlockLanguages(text) : text, conversion),
    isOfBlocks ? 'blocks' : 'classic',
    conversion,
  );
}

/**
 * `<!-- wp:code {"language":"bash"} --><pre`: moves the language to the `<pre>`, where the conversion looks for it.
 */
function withBlockLanguages(text: string): string {
  return text.replace(
    /(<!--\s*wp:[\w/-]+\s+\{[^>]*?"(?:language|lang)"\s*:\s*"([\w+#.-]+)"[^>]*-->\s*(?:<div[^>]*>\s*)?<pre)(?![^>]*(?:data-lang|lang=))/g,
    '$1 data-lang="$2"',
  );
}

function fromHtml(
  html: string,
  editor: 'blocks' | 'classic' | undefined,
  conversion: Conversion,
): ConvertedTree {
  const tree = htmlTree(html);
  if (editor === 'classic') makeParagraphs(tree);
  if (editor !== undefined) linkLoneAddresses(tree);
  const declared = new Map<string, string>();
  takeHeadingIds(tree, declared);
  return { tree: htmlToMarkdown(tree, conversion), declared };
}

/** Generators whose Markdown has definition lists. */
const HAS_DEFINITIONS: ReadonlySet<Dialect> = new Set(['hugo', 'jekyll', 'mkdocs', 'unknown']);

/** Docusaurus also reads `.md` as MDX, so text that looks like MDX is first tried as MDX. */
const LIKE_MDX =
  /^(?:import\s[^\n]*from\s+["']|export\s+(?:const|default)\s)|^\s*<\/?[A-Z][\w.]*(?:\s[^>]*)?\/?>/m;

function fromMarkdownText(
  text: string,
  form: Body['form'],
  dialect: Dialect,
  conversion: Conversion,
): ConvertedTree {
  const declared = new Map<string, string>();
  const own = withoutHeadingIds(text, declared);
  const expanded = mapProse(expandTemplates(own, dialect, conversion), withoutDepth);
  const opened = openContainers(HAS_DEFINITIONS.has(dialect) ? openDefinitions(expanded) : expanded);
  if (form === 'mdx' || dialect === 'docusaurus' || LIKE_MDX.test(text)) {
    const before = conversion.codes.length;
    try {
      return { tree: mdxTree(mapProse(opened, withoutComments), conversion), declared };
    } catch (error) {
      if (error instanceof RangeError) throw error;
      // It isn't MDX after all: it has a literal `<` or brace.
      conversion.codes.length = before;
    }
  }
  const isOfMdx = dialect === 'docusaurus' || form === 'mdx';
  return { tree: markdownTree(isOfMdx ? mapProse(opened, withoutImports) : opened, conversion), declared };
}

function withoutComments(prose: string): string {
  return prose.replace(/<!--[^]*?-->/g, '');
}

function withoutImports(prose: string): string {
  return prose.replace(/^import\s[^\n]*from\s+["'][^\n]*$/gm, '');
}

/** Many markers of quotations and lists on one line say no more than a few, and would overflow the parser's stack. */
function withoutDepth(text: string): string {
  return text.replace(/^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){30,}/gm, (marks) => marks.slice(0, 20));
}

/** `## Install {#install}` → `## Install`, with `install` noted as its anchor. */
function withoutHeadingIds(text: string, anchors: Map<string, string>): string {
  return mapProse(text, (prose) =>
    prose.replace(
      /^([ \t]{0,3}#{1,6}[ \t]+)(.*?)[ \t]*\{:?[ \t]*#([\w.:-]+)[^}]*\}[ \t]*#*[ \t]*$/gm,
      (_, marks: string, heading: string, id: string) => {
        anchors.set(id, heading);
        return marks + heading;
      },
    ),
  );
}
