import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { toMdast } from 'hast-util-to-mdast';
import { h } from 'hastscript';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Place } from '../../articles/addresses.ts';
import { partsIn } from '../../content/computed-part.ts';
import { separateControls } from '../separate-controls.ts';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';

/** What a text computes in one place, as Markdown. */
export interface ComputedText {
  markdown: string;
  /** Whether there is text in it, not just a picture or a drawing. */
  hasText: boolean;
  /** Its `alt`, `title` or `aria-label`, if it has no text. */
  label: string | undefined;
}

/** Turns the computed parts of the HTML that Astro made of a text into Markdown, by position in the text. */
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
  separateControls(tree);
  const seen = withoutUnseen(tree);
  return { markdown: asMarkdown(seen), hasText: toString(seen).trim() !== '', label };
}

function asMarkdown(tree: Nodes): string {
  return toMarkdown(toMdast(tree), { extensions: [gfmToMarkdown()], bullet: '-' }).trim();
}

/** Elements whose content isn't shown as text. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'svg']);

function withoutUnseen<T extends Nodes>(tree: T): T {
  if (!('children' in tree)) return tree;
  const children = tree.children.filter(
    (child) => child.type !== 'comment' && !(child.type === 'element' && UNSEEN.has(child.tagName)),
  );
  return { ...tree, children: children.map(withoutUnseen) };
}

/** A block as plain code: the text of its fence. */
function fence({ fence: { text, language } }: ArticleBlock): Element {
  return h('pre', h('code', { className: [`language-${language}`] }, `${text}\n`));
}

/** Turns addresses into full URLs, as a browser resolves them on the page. */
function resolve({ properties }: Element, { href, path }: Place): void {
  for (const name of ['href', 'src'] as const) {
    const address = properties[name];
    if (typeof address === 'string' && !URL.canParse(address))
      properties[name] = URL.parse(address, href(path))?.href ?? address;
  }
}
