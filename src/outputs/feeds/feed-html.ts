import type { Element, ElementContent, Nodes, Root } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { Place } from '../../articles/addresses.ts';
import { withoutMarks } from '../../content/computed-part.ts';
import { separateControls } from '../separate-controls.ts';
import { linkTarget } from '../../content/outline/links.ts';

/** What is needed to write a text for feeds. */
export interface FeedHtmlContext {
  place: Place;
  /** The HTML of a block by its anchor; undefined if there is no such block. */
  block: (anchor: string) => string | undefined;
}

/**
 * Turns a text as its page shows it into what feed readers show: no scripts, styles or buttons, and full URLs. Notes and warnings
 * become quotations, checkboxes become characters, drawings become their text alternative.
 */
export function feedTextHtml(html: string, { place, block }: FeedHtmlContext): string {
  const blocks: string[] = [];
  // Taken out before the HTML is parsed, because a rendered block has hundreds of elements.
  const others = withoutMarks(html).replace(DRAWN_BLOCK, (drawn, anchor: string) => {
    const plain = block(anchor);
    return plain === undefined ? drawn : `<pre lang="${PLACE}${blocks.push(plain) - 1}"></pre>`;
  });
  const tree = htmlToHast(others, { fragment: true }) as Root;
  separateControls(tree);
  visit(tree, 'element', (element, index, parent) => {
    const replaced = reshaped(element, place);
    if (replaced === undefined || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...replaced);
    return index;
  });
  return toHtml(sanitize(tree, SHOWN)).replace(PLACES, (_, index: string) => blocks[Number(index)]!);
}

/** A block as `page-blocks.ts` renders it. */
const DRAWN_BLOCK = /<figure class="block [^"]*" id="([^"]*)"(?:"[^"]*"|[^">])*>[^]*?<\/figure>/g;

/** Stands in for a block until the rest is done; no programming language has such a name. */
const PLACE = 'x-opsnotes-block-';
const PLACES = new RegExp(`<pre lang="${PLACE}(\\d+)"></pre>`, 'g');

/**
 * Elements that feed readers show. Of others the content is kept, except for what runs, asks for input or needs a style sheet.
 */
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

/** What replaces an element; undefined if it stays, perhaps with other attributes. */
function reshaped(element: Element, place: Place): ElementContent[] | undefined {
  const { tagName, properties } = element;
  if (tagName === 'svg') return drawing(element);
  if (tagName === 'input')
    return properties.type === 'checkbox' ? [{ type: 'text', value: properties.checked ? '☑' : '☐' }] : [];
  if (isAnchor(element)) return [];
  if (hasClass(element, 'callout')) return [quotation(element)];
  if (hasClass(element, 'chart')) return [chart(element, place)];
  // A container that lets a wide table scroll.
  if (hasClass(element, 'scroll')) return element.children;
  for (const name of ['href', 'src', 'poster', 'cite'] as const) {
    const address = properties[name];
    if (typeof address === 'string') properties[name] = wholeAddress(address, place);
  }
  return undefined;
}

/** A heading's link to itself. */
function isAnchor(element: Element): boolean {
  return element.tagName === 'a' && hasClass(element, 'anchor');
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** A chart as a picture, with its title and the source of its numbers; the numbers themselves are on the page. */
function chart({ children, properties }: Element, { path, href }: Place): Element {
  const is = (child: ElementContent, tagName: string): child is Element =>
    child.type === 'element' && child.tagName === tagName;
  const svg = children.find((child) => is(child, 'svg'));
  // The picture has its own legend.
  const words = children.filter((child) => is(child, 'figcaption') || is(child, 'p'));
  const alt = svg?.properties.ariaLabel;
  const src = href(`${path}${String(properties.id)}.svg`);
  return h('figure', [h('img', { src, alt: typeof alt === 'string' ? alt : '' }), ...words]);
}

function quotation({ children }: Element): Element {
  const [label, ...others] = children;
  return h('blockquote', [h('p', h('strong', toString(label as Nodes))), ...others]);
}

/** A drawing's text alternative, because feed readers don't show inline SVG. */
function drawing(svg: Element): ElementContent[] {
  const title = svg.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'title',
  );
  const label = svg.properties.ariaLabel ?? (title === undefined ? '' : toString(title));
  return typeof label !== 'string' || label === '' ? [] : [h('em', label)];
}

/** `#part` → `https://…/articles/a/#part`, as on the page: an article in a feed has no address that fragments could refer to. */
function wholeAddress(address: string, { path, file, href }: Place): string | undefined {
  if (linkTarget(address, file).to === 'nowhere') return undefined;
  return URL.canParse(address) ? address : URL.parse(address, href(path))?.href;
}
