import { withoutForbidden } from './characters.ts';

/** A piece of XML, well-formed by itself. */
export type Xml = string & { readonly xml: unique symbol };

type Attributes = Readonly<Record<string, string | undefined>>;

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** An element: `element('a', { b: '"' }, text('<'))` → `<a b="&#x22;">&#x3C;</a>`. */
export function element(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  const inside = content.join('');
  const start = `<${name}${attributeList(attributes)}`;
  return (inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`) as Xml;
}

/** The beginning of a document whose root element, or its last child, is still open: `['a', {}], ['b', {}]` → `<a><b>`. */
export function openDocument(...elements: readonly [name: string, attributes: Attributes][]): string {
  const tags = elements.map(([name, attributes]) => `<${name}${attributeList(attributes)}>`);
  return `${DECLARATION}${tags.join('\n')}`;
}

/** A text; the characters that XML forbids are left out. */
export function text(plain: string): Xml {
  return escape(plain) as Xml;
}

/** A long text that itself is markup, so that it stays readable; `]]>` is cut in two. */
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

/** Nothing, for what may be left out. */
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
