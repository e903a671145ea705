import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Ampersands, type XmlFault } from './ampersands.ts';

/** An element of a feed. Names are in lower case, with the usual prefixes for namespaces. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  line: number;
  /** `xml:base` and `xml:lang` as they apply here. */
  base: string | undefined;
  language: string | undefined;
}

export interface XmlReader {
  /** Whether to hand over an element separately and then forget it, so that a long feed needs no more memory. */
  isItem: (name: string, parent: string) => boolean;
  onItem: (item: XmlElement) => void;
  onFault: (fault: XmlFault) => void;
}

/** The namespaces of feeds by their usual prefix; the formats themselves have none. */
const PREFIXES: readonly [uri: RegExp, prefix: string][] = [
  [/^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns#.*)$/i, 'atom'],
  [
    /^https?:\/\/(?:purl\.org\/(?:rss|net\/rss1\.1)|my\.netscape\.com\/rdf|backend\.userland\.com|blogs\.law\.harvard\.edu).*$/i,
    '',
  ],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\/?$/i, 'dcterms'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/i, 'wp'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/i, 'excerpt'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml\/?$/i, 'xhtml'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/i, 'rdf'],
  [/^https?:\/\/(?:web\.resource\.org\/cc|creativecommons\.org\/ns).*$/i, 'cc'],
  [
    /^https?:\/\/(?:backend\.userland\.com|cyber\.law\.harvard\.edu\/rss)\/creativecommonsrssmodule\/?.*$/i,
    'creativecommons',
  ],
  [/^https?:\/\/(?:search\.yahoo\.com\/mrss|tools\.search\.yahoo\.com\/mrss).*$/i, 'media'],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i, 'itunes'],
];

/** More specific ones first, because a module's address may begin like a format's. */
const BY_LENGTH = [...PREFIXES].sort((a, b) => Number(a[1] === '') - Number(b[1] === ''));

/** Deeper elements are unwrapped. */
const DEEPEST = 200;

/**
 * Reads XML element by element. Parts that aren't well-formed are reported and skipped as far as possible.
 *
 * @param pieces the text, in pieces of any length
 * @returns the root without its items; undefined if there is no element
 */
export function readXml(pieces: Iterable<string>, reader: XmlReader): XmlElement | undefined {
  const builder = new Builder(reader);
  const parser = new SaxesParser({ xmlns: false, position: true });
  let blankLines = 0;
  parser.on('error', ({ message }) => {
    reader.onFault({ line: blankLines + parser.line, message: asSentence(message) });
  });
  parser.on('opentag', (tag) => {
    builder.open(tag, blankLines + parser.line);
  });
  parser.on('closetag', (tag) => {
    if (tag !== STRAY) builder.close();
  });
  keepOpen(parser, reader, () => blankLines + parser.line);
  parser.on('text', (piece) => {
    builder.add(piece);
  });
  parser.on('cdata', (piece) => {
    builder.add(piece);
  });
  const ampersands = new Ampersands(reader.onFault);
  let hasBegun = false;
  for (const piece of pieces) {
    const mended = ampersands.mend(piece);
    // XML may not begin with blank lines; many feeds do.
    const text: string = hasBegun ? mended : mended.trimStart();
    if (!hasBegun) blankLines += linesIn(mended.slice(0, mended.length - text.length));
    hasBegun ||= text !== '';
    parser.write(text);
  }
  parser.write(ampersands.end());
  parser.close();
  return builder.finish();
}

/** Takes the place of the element that a closing tag without an opening one would close. */
const STRAY: SaxesTagPlain = { name: '/', attributes: {}, isSelfClosing: false };

/** What saxes has of its own. */
interface Inner {
  tags: SaxesTagPlain[];
  name: string;
  closeTag: () => void;
}

/** At a closing tag without an opening one, saxes would close everything, and the rest of the feed would be lost. */
function keepOpen(parser: SaxesParser, { onFault }: XmlReader, line: () => number): void {
  const inner = parser as unknown as Inner;
  const close = inner.closeTag.bind(parser);
  inner.closeTag = () => {
    const { tags, name } = inner;
    const opened = tags.findLast((tag) => tag.name.toLowerCase() === name.toLowerCase());
    if (opened?.name !== name) {
      const expected = opened === undefined ? 'one that closes something' : `\`</${opened.name}>\``;
      onFault({ line: line(), message: `Unexpected \`</${name}>\`, expected ${expected}.` });
    }
    inner.name = opened?.name ?? STRAY.name;
    if (opened === undefined) tags.push(STRAY);
    close();
  };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** `3:1: unexpected close tag.` → `Unexpected close tag, expected well-formed XML.` */
function asSentence(message: string): string {
  const said = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
  return `Unexpected XML, expected it to be well-formed: ${said}.`;
}

interface Scope {
  element: XmlElement;
  prefixes: ReadonlyMap<string, string>;
}

class Builder {
  readonly #reader: XmlReader;
  readonly #stack: Scope[] = [];
  #root: XmlElement | undefined;
  /** How many open tags are too deep to be elements. */
  #beyond = 0;

  constructor(reader: XmlReader) {
    this.#reader = reader;
  }

  open(tag: SaxesTagPlain, line: number): void {
    if (this.#stack.length >= DEEPEST) {
      this.#beyond++;
      return;
    }
    this.#closeItemBefore(tag.name.toLowerCase());
    const parent = this.#stack.at(-1);
    const prefixes = prefixesOf(tag, parent?.prefixes);
    const base = tag.attributes['xml:base'];
    const element: XmlElement = {
      name: nameOf(tag.name, prefixes),
      attributes: Object.fromEntries(
        Object.entries(tag.attributes).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      children: [],
      line,
      base: base === undefined ? parent?.element.base : resolved(base, parent?.element.base),
      language: tag.attributes['xml:lang'] ?? parent?.element.language,
    };
    this.#root ??= element;
    this.#stack.push({ element, prefixes });
  }

  /** An item directly within another means that the other was never closed. */
  #closeItemBefore(name: string): void {
    const [above, last] = this.#stack.slice(-2);
    if (last?.element.name === name && this.#reader.isItem(name, above?.element.name ?? '')) this.close();
  }

  close(): void {
    if (this.#beyond > 0) {
      this.#beyond--;
      return;
    }
    const closed = this.#stack.pop();
    const parent = this.#stack.at(-1);
    if (closed === undefined || parent === undefined) return;
    if (this.#reader.isItem(closed.element.name, parent.element.name)) this.#reader.onItem(closed.element);
    else parent.element.children.push(closed.element);
  }

  add(text: string): void {
    const children = this.#stack.at(-1)?.element.children;
    if (children === undefined) return;
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += text;
    else children.push(text);
  }

  /** Closes whatever was never closed. */
  finish(): XmlElement | undefined {
    this.#beyond = 0;
    while (this.#stack.length > 0) this.close();
    return this.#root;
  }
}

function prefixesOf(
  { attributes }: SaxesTagPlain,
  before: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/i.test(name));
  if (declared.length === 0) return before;
  const prefixes = new Map(before);
  for (const [name, uri] of declared) {
    const known = BY_LENGTH.find(([pattern]) => pattern.test(uri.trim()))?.[1];
    if (known !== undefined) prefixes.set(name.slice('xmlns:'.length).toLowerCase(), known);
  }
  return prefixes;
}

/** `foo:creator`, with `foo` for Dublin Core → `dc:creator`; an unknown prefix stays. */
function nameOf(written: string, prefixes: ReadonlyMap<string, string>): string {
  const name = written.toLowerCase();
  const colon = name.indexOf(':');
  const own = colon === -1 ? '' : name.slice(0, colon);
  const known = prefixes.get(own) ?? own;
  const local = name.slice(colon + 1);
  // Atom's own elements have no prefix anywhere.
  return known === '' || known === 'atom' ? local : `${known}:${local}`;
}

function resolved(address: string, base: string | undefined): string | undefined {
  return URL.parse(address.trim(), base)?.href ?? base;
}

/** The children with one of the names. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
  );
}

/** All text in an element, at any depth. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The first non-empty text of the named children, in the order of the names, trimmed. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = childrenOf(element, name)
      .map((child) => textOf(child).trim())
      .find(Boolean);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** An element's content as HTML again, for XHTML in Atom. */
export function innerHtml(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escaped(child) : outerHtml(child)))
    .join('');
}

function outerHtml(element: XmlElement): string {
  const name = element.name.replace(/^xhtml:/, '');
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.startsWith('xmlns'))
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`);
  const tag = `<${name}${attributes.join('')}>`;
  return VOID.has(name) ? tag : `${tag}${innerHtml(element)}</${name}>`;
}

const VOID = new Set('area base br col embed hr img input link meta source wbr'.split(' '));

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
