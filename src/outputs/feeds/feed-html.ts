import type { ElementContent, Nodes } from 'hast';
import { evaluate, type EvaluateOptions } from 'satteri';
import { asHtml } from './plain-html.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { resolveAddress, type Place } from '../../markdown/addresses.ts';
import { components, type Properties } from '../../markdown/components.ts';
import { features } from '../../content/outline/features.ts';
import { linkTarget } from '../../content/outline/links.ts';

/** What writing a text for feeds asks for. */
export interface FeedHtmlContext {
  place: Place;
  /** The HTML of the next block with some text; undefined where there is none. */
  block: (text: string) => string | undefined;
  t: Dictionary;
}

/**
 * MDX → the HTML of a feed, without a tree in between: thousands of articles may stand in the archives, and trees are most
 * of what reading them costs. What remains are the elements and attributes that readers show, with whole addresses; notes
 * and warnings are quotations, boxes of task lists signs, drawings what they say of themselves.
 *
 * @throws what `evaluateMdx` throws
 */
export function feedTextHtml(mdx: string, context: FeedHtmlContext): string {
  const jsx = (type: unknown, properties: Properties): unknown =>
    typeof type === 'function' ? (type as Component)(properties) : piece(type as string, properties, context);
  const runtime: EvaluateOptions = {
    Fragment: ({ children }: Properties) => new Piece('', join(children)),
    jsx: jsx as EvaluateOptions['jsx'],
    jsxs: jsx as EvaluateOptions['jsxs'],
    elementAttributeNameCase: 'html',
    features: {
      ...features,
      gfm: { footnotes: { label: context.t.footnotes, backLabel: context.t.backToReference } },
    },
  };
  // No plugin of ours is asynchronous, so neither is this.
  const module = evaluate(mdx, runtime) as Record<string, unknown>;
  return join((module['default'] as Component)({ components: forFeeds(context) }));
}

type Component = (properties: Properties) => unknown;

/** HTML, unlike a text, which has still to be escaped; and what its parent may ask of it. */
class Piece {
  readonly tag: string;
  readonly html: string;
  /** The text of code or of a title. */
  readonly text: string;

  constructor(tag: string, html: string, text = '') {
    this.tag = tag;
    this.html = html;
    this.text = text;
  }
}

/** The components of the pages, drawn for feeds: their trees are small. */
function forFeeds(context: FeedHtmlContext): Record<string, Component> {
  const draw =
    (component: (properties: Properties) => Nodes): Component =>
    ({ children, ...properties }) => {
      const inside = { type: 'raw', value: join(children) } as unknown as ElementContent;
      return ofTree(component({ ...properties, children: [inside] }), context);
    };
  return Object.fromEntries(Object.entries(components).map(([name, component]) => [name, draw(component)]));
}

function ofTree(node: Nodes | { type: 'raw'; value: string }, context: FeedHtmlContext): Piece | string {
  if (node.type === 'text') return node.value;
  if (node.type === 'raw') return new Piece('', node.value);
  if (!('children' in node)) return '';
  const children = node.children.map((child) => ofTree(child, context));
  if (node.type !== 'element') return new Piece('', join(children));
  return piece(node.tagName, { ...node.properties, children }, context);
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

/** Attributes that mean something without a style sheet. */
const ATTRIBUTES = new Set(
  (
    'href src poster cite alt title lang dir width height align colspan rowspan scope headers start reversed value ' +
    'datetime open controls min max kind label srclang'
  ).split(' '),
);

const ADDRESSES = new Set(['href', 'src', 'poster', 'cite']);

/** One element with what is in it. Properties may be named as in HTML or as in hast. */
function piece(tag: string, properties: Properties, context: FeedHtmlContext): Piece {
  const { children } = properties;
  if (DROPPED.has(tag)) return new Piece(tag, '');
  if (tag === 'title') return new Piece(tag, '', textOf(children));
  if (tag === 'svg') return new Piece(tag, drawing(properties));
  if (tag === 'input') return new Piece(tag, properties['type'] === 'checkbox' ? box(properties) : '');
  if (tag === 'pre') {
    const block = codeIn(children) ?? '';
    const drawn = context.block(block.replace(/\n$/, ''));
    if (drawn !== undefined) return new Piece(tag, drawn);
  }
  const inside = join(children);
  const callout = properties['dataCallout'];
  if (callout === 'note' || callout === 'warning')
    return new Piece(
      tag,
      `<blockquote><p><strong>${asHtml(context.t[callout])}</strong></p>${inside}</blockquote>`,
    );
  if (!SHOWN.has(tag)) return new Piece('', inside);
  // The page's title is its only heading of the first level.
  const name = tag === 'h1' ? 'h2' : tag;
  const start = `<${name}${attributes(properties, context.place)}>`;
  const html = VOID.has(name) ? start : `${start}${inside}</${name}>`;
  return new Piece(tag, html, tag === 'code' ? textOf(children) : '');
}

function join(children: unknown): string {
  if (typeof children === 'string') return asHtml(children);
  if (children instanceof Piece) return children.html;
  if (Array.isArray(children)) {
    let html = '';
    for (const child of children) html += join(child);
    return html;
  }
  return typeof children === 'number' ? String(children) : '';
}

function textOf(children: unknown): string {
  if (typeof children === 'string') return children;
  return Array.isArray(children) ? children.map(textOf).join('') : '';
}

function codeIn(children: unknown): string | undefined {
  const only: unknown = Array.isArray(children) && children.length === 1 ? children[0] : children;
  return only instanceof Piece && only.tag === 'code' ? only.text : undefined;
}

function attributes(properties: Properties, place: Place): string {
  let html = '';
  for (const key in properties) {
    const name = key.toLowerCase();
    const value = properties[key];
    if (!ATTRIBUTES.has(name)) continue;
    if (value === true) html += ` ${name}`;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = ADDRESSES.has(name) ? wholeAddress(String(value), place) : String(value);
    if (text !== undefined) html += ` ${name}="${asHtml(text).replaceAll('"', '&quot;')}"`;
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

function box(properties: Properties): string {
  return properties['checked'] === true ? '☑' : '☐';
}

/** A drawing's own words for itself; readers don't show drawings that are no pictures. */
function drawing(properties: Properties): string {
  const { children } = properties;
  const inside: unknown[] = Array.isArray(children) ? children : [children];
  const title = inside.find((child) => child instanceof Piece && child.tag === 'title') as Piece | undefined;
  const label = properties['aria-label'] ?? properties['ariaLabel'] ?? title?.text ?? '';
  return typeof label !== 'string' || label === '' ? '' : `<em>${asHtml(label)}</em>`;
}
