import type { Element, ElementContent, Nodes, Root } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Place } from '../../articles/addresses.ts';
import { withoutMarks } from '../../content/computed-part.ts';
import { linkTarget } from '../../content/outline/links.ts';

/** What writing a text for feeds asks for. */
export interface FeedHtmlContext {
  place: Place;
  /** The HTML of a block by its anchor; undefined where there is none. */
  block: (anchor: string) => string | undefined;
}

/**
 * A text as its page shows it → as feed readers show it: without scripts, styles and buttons, with whole addresses. Notes and
 * warnings are quotations, boxes of task lists signs, drawings what they say of themselves.
 */
export function feedTextHtml(html: string, { place, block }: FeedHtmlContext): string {
  const blocks: string[] = [];
  // Taken out before the HTML is read: a drawn block is hundreds of elements.
  const others = withoutMarks(html).replace(DRAWN_BLOCK, (drawn, anchor: string) => {
    const plain = block(anchor);
    return plain === undefined ? drawn : `<pre lang="${PLACE}${blocks.push(plain) - 1}"></pre>`;
  });
  const tree = htmlToHast(others, { fragment: true }) as Root;
  visit(tree, 'element', (element, index, parent) => {
    const replaced = reshaped(element, place);
    if (replaced === undefined || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...replaced);
    return index;
  });
  return toHtml(sanitize(tree, SHOWN)).replace(PLACES, (_, index: string) => blocks[Number(index)]!);
}

/** A block as `page-blocks.ts` draws it. */
const DRAWN_BLOCK = /<figure class="block [^"]*" id="([^"]*)"(?:"[^"]*"|[^">])*>[^]*?<\/figure>/g;

/** Stands for a block until the rest is done; no language has such a name. */
const PLACE = 'x-opsnotes-block-';
const PLACES = new RegExp(`<pre lang="${PLACE}(\\d+)"></pre>`, 'g');

/** What feed readers show; what is in other elements stays, but not what runs, asks or needs a style sheet. */
const SHOWN: Schema = {
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'input'),
    ...'abbr address article aside audio bdi caption cite col colgroup dfn figcaption figure footer header main mark'.split(
      ' ',
    ),
    ...'meter nav progress small time track u video wbr'.split(' '),
  ],
  strip: 'script style template noscript iframe object embed applet canvas dialog select textarea form'.split(
    ' ',
  ),
  attributes: {
    '*': (
      'href src poster cite alt title lang dir width height align colSpan rowSpan scope headers start reversed value ' +
      'dateTime open controls min max kind label srcLang'
    ).split(' '),
  },
  protocols: {},
  clobber: [],
};

/** What stands in an element's place; undefined where it stays, perhaps with other attributes. */
function reshaped(element: Element, place: Place): ElementContent[] | undefined {
  const { tagName, properties } = element;
  if (tagName === 'svg') return drawing(element);
  if (tagName === 'input')
    return properties.type === 'checkbox' ? [{ type: 'text', value: properties.checked ? '☑' : '☐' }] : [];
  if (isAnchor(element)) return [];
  if (hasClass(element, 'callout')) return [quotation(element)];
  if (hasClass(element, 'chart')) return [chart(element, place)];
  // Frames in which a wide table scrolls.
  if (hasClass(element, 'scroll')) return element.children;
  for (const name of ['href', 'src', 'poster', 'cite'] as const) {
    const address = properties[name];
    if (typeof address === 'string') properties[name] = wholeAddress(address, place);
  }
  return undefined;
}

/** The link that a heading has to itself. */
function isAnchor(element: Element): boolean {
  return element.tagName === 'a' && hasClass(element, 'anchor');
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** A chart as a picture, with its title and where its numbers are from; the numbers themselves stand on the page. */
function chart({ children, properties }: Element, { path, href }: Place): Element {
  const is = (child: ElementContent, tagName: string): child is Element =>
    child.type === 'element' && child.tagName === tagName;
  const svg = children.find((child) => is(child, 'svg'));
  // What the colours mean, the picture says itself.
  const words = children.filter((child) => is(child, 'figcaption') || is(child, 'p'));
  const alt = svg?.properties.ariaLabel;
  const src = href(`${path}${String(properties.id)}.svg`);
  return h('figure', [h('img', { src, alt: typeof alt === 'string' ? alt : '' }), ...words]);
}

function quotation({ children }: Element): Element {
  const [label, ...others] = children;
  return h('blockquote', [h('p', h('strong', toString(label as Nodes))), ...others]);
}

/** A drawing's own words for itself; readers don't show drawings that are no pictures. */
function drawing(svg: Element): ElementContent[] {
  const title = svg.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'title',
  );
  const label = svg.properties.ariaLabel ?? (title === undefined ? '' : toString(title));
  return typeof label !== 'string' || label === '' ? [] : [h('em', label)];
}

/** `#part` → `https://…/articles/a/#part`, as a browser has it on the page: a feed's article has no address of its own. */
function wholeAddress(address: string, { path, file, href }: Place): string | undefined {
  if (linkTarget(address, file).to === 'nowhere') return undefined;
  return URL.canParse(address) ? address : URL.parse(address, href(path))?.href;
}
