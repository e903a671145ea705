import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { asHtml } from '../feeds/plain-html.ts';
import { resolveAddress, type Place } from './addresses.ts';
import { BLOCK_TAG } from './evaluate.ts';
import { linkTarget } from './links.ts';

/** What writing a text for feeds asks for. */
export interface FeedHtmlContext {
  place: Place;
  /** The HTML of the nth block. */
  block: (number: number) => string;
  labels: Readonly<Record<'note' | 'warning', string>>;
}

/** What runs, asks, or shows something only with a style sheet or a script: left out, with all that is in it. */
const DROPPED = new Set(
  'script style template noscript iframe object embed applet canvas dialog button select textarea form'.split(
    ' ',
  ),
);

/** What feed readers show. Other elements are left out, but not what is in them. */
const SHOWN = new Set(
  (
    'a abbr address article aside audio b bdi blockquote br caption cite code col colgroup dd del details dfn div dl ' +
    'dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark meter ol p picture pre ' +
    'progress q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time ' +
    'tr track u ul var video wbr'
  ).split(' '),
);

const VOID = new Set('br col hr img source track wbr'.split(' '));

/** Properties that mean something without a style sheet, by their names in hast, and as HTML has them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  href: 'href',
  src: 'src',
  poster: 'poster',
  cite: 'cite',
  alt: 'alt',
  title: 'title',
  lang: 'lang',
  dir: 'dir',
  width: 'width',
  height: 'height',
  align: 'align',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  scope: 'scope',
  headers: 'headers',
  start: 'start',
  reversed: 'reversed',
  value: 'value',
  dateTime: 'datetime',
  open: 'open',
  controls: 'controls',
  min: 'min',
  max: 'max',
  kind: 'kind',
  label: 'label',
  srcLang: 'srclang',
};

const ADDRESSES = new Set(['href', 'src', 'poster', 'cite']);

/**
 * A tree of HTML → the HTML of a feed, in one walk: the elements and attributes that readers show, whole addresses,
 * notes and warnings as quotations, task lists with signs for boxes, drawings as what they say of themselves.
 */
export function writeFeedHtml(node: Root, context: FeedHtmlContext): string {
  return children(node, context);
}

function children(parent: Root | Element, context: FeedHtmlContext): string {
  let html = '';
  for (const child of parent.children) html += write(child, context);
  return html;
}

function write(node: Nodes, context: FeedHtmlContext): string {
  if (node.type === 'text') return asHtml(node.value);
  return node.type === 'element' ? writeElement(node, context) : '';
}

function writeElement(node: Element, context: FeedHtmlContext): string {
  const { tagName, properties } = node;
  if (DROPPED.has(tagName)) return '';
  if (tagName === BLOCK_TAG) return context.block(Number(properties['number']));
  if (tagName === 'svg') return drawing(node);
  if (tagName === 'input') return properties.type === 'checkbox' ? (properties.checked ? '☑' : '☐') : '';
  const callout = properties['dataCallout'];
  if (callout === 'note' || callout === 'warning') {
    const label = asHtml(context.labels[callout]);
    return `<blockquote><p><strong>${label}</strong></p>${children(node, context)}</blockquote>`;
  }
  if (!SHOWN.has(tagName)) return children(node, context);
  const start = `<${tagName}${attributes(node, context.place)}>`;
  return VOID.has(tagName) ? start : `${start}${children(node, context)}</${tagName}>`;
}

function attributes({ properties }: Element, place: Place): string {
  let html = '';
  for (const name in properties) {
    const attribute = ATTRIBUTES[name];
    const value = properties[name];
    if (attribute === undefined || value === undefined || value === null || value === false) continue;
    if (value === true) html += ` ${attribute}`;
    else {
      const text = ADDRESSES.has(name) ? wholeAddress(String(value), place) : String(value);
      if (text !== undefined) html += ` ${attribute}="${asHtml(text).replaceAll('"', '&quot;')}"`;
    }
  }
  return html;
}

/** `#part` → `https://…/articles/a/#part`: a feed's article has no address of its own. */
function wholeAddress(address: string, place: Place): string | undefined {
  const target = linkTarget(address, place.file);
  if (target.to === 'nowhere') return undefined;
  if (target.to === 'heading') return `${place.href(place.path)}${address}`;
  return address.startsWith('//') ? `https:${address}` : resolveAddress(address, place);
}

/** A drawing's own words for itself; readers don't show drawings that are no pictures. */
function drawing(node: Element): string {
  const title = node.children.find((child) => child.type === 'element' && child.tagName === 'title');
  const label = node.properties.ariaLabel ?? (title === undefined ? '' : toString(title));
  return label === '' ? '' : `<em>${asHtml(label)}</em>`;
}
