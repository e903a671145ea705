import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Place } from '../../articles/addresses.ts';
import { partsIn } from '../../content/computed-part.ts';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';

/** What a text computes in one place, as Markdown. */
export interface ComputedText {
  /** Empty where there is no text in it. */
  markdown: string;
  /** What it says of itself where it has no text: an `alt`, `title` or `aria-label`. */
  label: string | undefined;
}

/** The HTML that Astro made of a text → the Markdown of what it computes, by where it stands in the text. */
export function computedTexts(
  html: string,
  blocks: readonly ArticleBlock[],
  place: Place,
): Map<number, ComputedText> {
  return new Map([...partsIn(html)].map(([offset, part]) => [offset, computedText(part, blocks, place)]));
}

function computedText(part: string, blocks: readonly ArticleBlock[], place: Place): ComputedText {
  const tree = htmlToHast(part, { fragment: true });
  let label: string | undefined;
  visit(tree, 'element', (element, index, parent) => {
    const { alt, title, ariaLabel } = element.properties;
    label ??= [alt, title, ariaLabel].find((text): text is string => typeof text === 'string' && text !== '');
    resolve(element, place);
    const block = blocks.find(({ anchor }) => anchor === element.properties.id);
    if (block !== undefined && index !== undefined && parent !== undefined)
      parent.children[index] = fence(block);
  });
  const hasText = toString(without(tree, UNSEEN)).trim() !== '';
  return { markdown: hasText ? asMarkdown(tree) : '', label };
}

function asMarkdown(tree: Nodes): string {
  const markdown = toMarkdown(toMdast(without(tree, UNSEEN)), { extensions: [gfmToMarkdown()], bullet: '-' });
  return markdown.trim();
}

/** What no reader sees as text. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'svg']);

function without<T extends Nodes>(tree: T, names: ReadonlySet<string>): T {
  if (!('children' in tree)) return tree;
  const children = tree.children.filter((child) => !(child.type === 'element' && names.has(child.tagName)));
  return { ...tree, children: children.map((child) => without(child, names)) };
}

/** A block as code without prompts drawn in: the fence's text. */
function fence({ fence: { text, language } }: ArticleBlock): Element {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: [`language-${language}`] },
    children: [{ type: 'text', value: `${text}\n` }],
  };
  return { type: 'element', tagName: 'pre', properties: {}, children: [code] };
}

/** Addresses become whole ones, as a browser has them on the page. */
function resolve({ properties }: Element, { href, path }: Place): void {
  for (const name of ['href', 'src'] as const) {
    const address = properties[name];
    if (typeof address === 'string' && !URL.canParse(address))
      properties[name] = URL.parse(address, href(path))?.href ?? address;
  }
}
