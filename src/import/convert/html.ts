import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Root as MarkdownRoot } from 'mdast';
import { partAtDoubleBreaks } from './double-breaks.ts';
import { pageOfFrame, pictureAddress } from './addresses.ts';
import type { Conversion } from './conversion.ts';
import { isHtmlName } from './html-names.ts';
import { toMarkdownTree } from './markdown-tree.ts';
import { classesOf, elementsIn, takeCodeOut } from './pre.ts';

/**
 * Converts a tree of HTML to Markdown. Code is taken out first. What our pages can't have becomes a link if there is
 * something to link to, and is reported in any case.
 */
export function htmlToMarkdown(tree: Root, conversion: Conversion): MarkdownRoot {
  takeCodeOut(tree, conversion.codes);
  partAtDoubleBreaks(tree);
  replaceForeign(tree, conversion);
  return toMarkdownTree(tree, conversion);
}

/** Elements that are removed silently with their content: they contain nothing to read. */
const SILENT = /^(?:style|head|meta|link|base|template|source|track|param|map)$/;

/** Elements of which only the content stays: Office's `o:p`, and those whose text would be lost otherwise. */
const TEXT_ONLY = /:|^(?:title|datalist|optgroup|option|noframes)$/;

/** Elements that our pages don't have, with a name for the report. */
const FOREIGN: Readonly<Record<string, string>> = {
  iframe: 'frame of another page',
  object: 'embedded object',
  embed: 'embedded object',
  video: 'film',
  audio: 'sound',
  canvas: 'drawing by a script',
  svg: 'drawing within the text',
  math: 'formula',
  form: 'form',
  button: 'button',
  select: 'list to choose from',
  textarea: 'field to fill in',
  script: 'script',
  applet: 'embedded program',
  dialog: 'dialogue',
  frameset: 'set of frames',
  marquee: 'scrolling text',
};

function replaceForeign(parent: Root | Element, conversion: Conversion): void {
  const children = parent.children as ElementContent[];
  for (let index = 0; index < children.length;) {
    const node = children[index]!;
    const instead =
      node.type === 'text' ? undefined : node.type === 'element' ? replacement(node, conversion) : [];
    // The replacement is checked in turn.
    if (instead !== undefined) children.splice(index, 1, ...instead);
    else {
      if (node.type === 'element') replaceForeign(node, conversion);
      index++;
    }
  }
}

/** An element's replacement; undefined if the element stays. */
function replacement(node: Element, conversion: Conversion): ElementContent[] | undefined {
  const { tagName, properties } = node;
  if (SILENT.test(tagName)) return [];
  if (tagName === 'noscript')
    return node.children.some((child) => child.type === 'element' && child.tagName === 'img')
      ? []
      : node.children;
  if (tagName === 'img') return picture(node, conversion);
  if (tagName === 'input')
    return properties.type === 'checkbox' ? undefined : told(conversion, 'field to fill in', []);
  if (tagName === 'script') return gist(node, conversion);
  if (tagName in FOREIGN) return told(conversion, FOREIGN[tagName]!, linkTo(node));
  if (TEXT_ONLY.test(tagName) || !isHtmlName(tagName)) return node.children;
  return undefined;
}

function told(conversion: Conversion, what: string, instead: ElementContent[]): ElementContent[] {
  const [link] = instead.flatMap((node) => elementsIn(node).filter(({ tagName }) => tagName === 'a'));
  const address = link === undefined ? undefined : String(link.properties.href);
  conversion.drop(address === undefined ? what : `${what} (a link to ${address} took its place)`);
  return instead;
}

/** A link, if the element says where its content is. */
function linkTo(node: Element): ElementContent[] {
  const address = [node, ...elementsIn(node)]
    .map(({ properties }) => properties.src ?? properties.data ?? properties['dataSrc'] ?? properties.href)
    .find((value) => typeof value === 'string' && /^(?:https?:)?\/\/|^[./\w][^:]*$/.test(value));
  if (typeof address !== 'string' || node.tagName === 'form')
    return node.tagName === 'form' ? textIn(node) : [];
  const page = pageOfFrame(address);
  const title =
    typeof node.properties.title === 'string' && node.properties.title !== '' ? node.properties.title : page;
  return [h('p', h('a', { href: page }, title))];
}

/** Keeps the text that forms may have around their fields. */
function textIn(node: Element): ElementContent[] {
  return node.children.filter(
    (child) =>
      child.type === 'element' &&
      /^(?:p|h\d|ul|ol|blockquote|div)$/.test(child.tagName) &&
      elementsIn(child).length === 0,
  );
}

/** A gist is code on another site: it becomes a link. */
function gist(node: Element, conversion: Conversion): ElementContent[] {
  const address =
    typeof node.properties.src === 'string'
      ? /^(?:https?:)?\/\/gist\.github\.com\/[\w-]+(?:\/[\da-f]+)?/.exec(node.properties.src)?.[0]
      : undefined;
  if (address === undefined) return told(conversion, 'script', []);
  const page = address.replace(/^(?:https?:)?\/\//, 'https://');
  return told(conversion, 'script that shows code from elsewhere', [h('p', h('a', { href: page }, page))]);
}

/** Removes one-pixel pictures, which count readers; gives others their real address. */
function picture(node: Element, conversion: Conversion): ElementContent[] | undefined {
  const { properties } = node;
  const address = pictureAddress(properties);
  const isEmoji = classesOf([node]).some((name) => /emoji|smiley/.test(name));
  const alt = typeof properties.alt === 'string' ? properties.alt : '';
  if (isEmoji) return alt === '' ? [] : [{ type: 'text', value: alt }];
  const isPoint = (['width', 'height'] as const).every((side) => Number(properties[side] ?? 100) <= 1);
  if (
    isPoint ||
    (address !== undefined &&
      /feeds\.feedburner\.com\/~|feeds\.wordpress\.com\/1\.0|\/feedads\/|pixel\.wp\.com/.test(address))
  )
    return told(conversion, 'picture that counts readers', []);
  if (address === undefined || address.startsWith('data:'))
    return told(conversion, 'picture that is not a file', alt === '' ? [] : [{ type: 'text', value: alt }]);
  properties.src = address;
  return undefined;
}
