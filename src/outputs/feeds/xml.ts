import { withoutForbidden } from './characters.ts';

/** A well-formed piece of XML. */
export type Xml = string & { readonly xml: unique symbol };

type Attributes = Readonly<Record<string, string | undefined>>;

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** An element: `element('a', { b: '"' }, text('<'))` → `<a b="&#x22;">&#x3C;</a>`. */
export function element(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  const inside = content.join('');
  const start = `<${name}${attributeList(attributes)}`;
  return (inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`) as Xml;
}

/** The start of a document, with elements that are still open: `['a', {}], ['b', {}]` → `<a><b>`. */
export function openDocument(...elements: readonly [name: string, attributes: Attributes][]): string {
  const tags = elements.map(([name, attributes]) => `<${name}${attributeList(attributes)}>`);
  return `${DECLARATION}${tags.join('\n')}`;
}

/** A text, without the characters that XML forbids. */
export function text(plain: string): Xml {
  return escape(plain) as Xml;
}

/** Markup as CDATA, so that it stays readable; `]]>` is split in two. */
export function cdata(markup: string): Xml {
  return `<![CDATA[${withoutForbidden(markup).replaceAll(']]>', ']]]]><![CDATA[>')}]]>` as Xml;
}

/** Pieces on lines of their own. */
export function lines(...pieces: readonly Xml[]): Xml {
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => `\n${piece}`)
    .join('') as Xml;
}

/** An empty piece, for optional parts. */
export const nothing = '' as Xml;

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `${DECLARATION}${root}\n`;
}

function attributeList(attributes: Attributes): string {
  const list = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escape(value).replaceAll('"', '&#x22;')}"`,
  );
  return list.join('');
}

/** Hexadecimal references, as the RSS Advisory Board's profile asks: a few readers decode the named ones twice. */
function escape(plain: string): string {
  return withoutForbidden(plain)
    .replaceAll('&', '&#x26;')
    .replaceAll('<', '&#x3C;')
    .replaceAll('>', '&#x3E;');
}
