import type { Root } from 'mdast';
import type { Body } from '../entry.ts';
import { openContainers } from './containers.ts';
import type { Conversion } from './conversion.ts';
import { mapProse } from './fences.ts';
import { htmlToMarkdown } from './html.ts';
import { htmlTree } from './html-tree.ts';
import { takeHeadingIds } from './heading-ids.ts';
import { markdownTree } from './markdown.ts';
import { mdxTree } from './mdx-source.ts';
import { makeParagraphs } from './paragraphs.ts';
import { takeShortcodesOut } from './shortcodes.ts';
import { expandTemplates, type Dialect } from './templates.ts';

/** A text and the anchors that its own headings declare: `{#id}` → the heading's text. */
export interface ConvertedTree {
  tree: Root;
  anchors: Map<string, string>;
}

/**
 * A text of any form → a tree of Markdown in which each block of code has a number and nothing is HTML.
 *
 * @throws RangeError where the text is nested so deeply that no stack holds it
 */
export function convertBody(body: Body, dialect: Dialect, conversion: Conversion): ConvertedTree {
  const text = body.text.replace(/\r\n?/g, '\n');
  switch (body.form) {
    case 'plain':
      return { tree: plainTree(text), anchors: new Map() };
    case 'html':
      return fromHtml(takeShortcodesOut(text, conversion), false, conversion);
    case 'wordpress':
      return fromWordpress(text, conversion);
    case 'markdown':
    case 'mdx':
      return fromMarkdownText(text, body.form, dialect, conversion);
  }
}

/** Each paragraph as it stands. */
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

/** The block editor's texts have their paragraphs; older ones get them when they are shown. */
function fromWordpress(text: string, conversion: Conversion): ConvertedTree {
  const isOfBlocks = /<!--\s*wp:/.test(text);
  return fromHtml(
    takeShortcodesOut(isOfBlocks ? withBlockLanguages(text) : text, conversion),
    !isOfBlocks,
    conversion,
  );
}

/** `<!-- wp:code {"language":"bash"} --><pre` → the language on the `<pre>`, where converting looks for it. */
function withBlockLanguages(text: string): string {
  return text.replace(
    /(<!--\s*wp:[\w/-]+\s+\{[^>]*?"(?:language|lang)"\s*:\s*"([\w+#.-]+)"[^>]*-->\s*(?:<div[^>]*>\s*)?<pre)(?![^>]*(?:data-lang|lang=))/g,
    '$1 data-lang="$2"',
  );
}

function fromHtml(html: string, isWithoutParagraphs: boolean, conversion: Conversion): ConvertedTree {
  const tree = htmlTree(html);
  if (isWithoutParagraphs) makeParagraphs(tree);
  const anchors = new Map<string, string>();
  takeHeadingIds(tree, anchors);
  return { tree: htmlToMarkdown(tree, conversion), anchors };
}

/** Docusaurus reads `.md` as MDX too, so what looks like it is tried so first. */
const LIKE_MDX =
  /^(?:import\s[^\n]*from\s+["']|export\s+(?:const|default)\s)|^\s*<\/?[A-Z][\w.]*(?:\s[^>]*)?\/?>/m;

function fromMarkdownText(
  text: string,
  form: Body['form'],
  dialect: Dialect,
  conversion: Conversion,
): ConvertedTree {
  const anchors = new Map<string, string>();
  const own = withoutHeadingIds(text, anchors);
  const opened = openContainers(mapProse(expandTemplates(own, dialect, conversion), withoutDepth));
  if (form === 'mdx' || dialect === 'docusaurus' || LIKE_MDX.test(text)) {
    const before = conversion.codes.length;
    try {
      return { tree: mdxTree(mapProse(opened, withoutComments), conversion), anchors };
    } catch (error) {
      if (error instanceof RangeError) throw error;
      // No MDX after all: a `<` or a brace that means itself.
      conversion.codes.length = before;
    }
  }
  const isOfMdx = dialect === 'docusaurus' || form === 'mdx';
  return { tree: markdownTree(isOfMdx ? mapProse(opened, withoutImports) : opened, conversion), anchors };
}

function withoutComments(prose: string): string {
  return prose.replace(/<!--[^]*?-->/g, '');
}

function withoutImports(prose: string): string {
  return prose.replace(/^import\s[^\n]*from\s+["'][^\n]*$/gm, '');
}

/** Marks of quotations and lists, many in one line, say no more than a few: parsing them takes a stack. */
function withoutDepth(text: string): string {
  return text.replace(/^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){30,}/gm, (marks) => marks.slice(0, 20));
}

/** `## Install {#install}` → `## Install`, and `install` is known as its anchor. */
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
