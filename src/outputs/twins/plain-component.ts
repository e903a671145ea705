import type { Dictionary } from '../../i18n/dictionary.ts';
import { resolveAddress, type Place } from '../../articles/addresses.ts';
import { addressKind } from '../../content/outline/address-attributes.ts';
import { asDestination } from './destination.ts';
import { attributeText, textOfAttribute, type JsxElement } from '../../content/outline/jsx-attributes.ts';

/** An MDX element in its place. */
export interface WrittenElement {
  node: JsxElement;
  /** The element as written. */
  text: string;
  /** What new lines must start with to stay in the same quotation or list item: `> ` or three spaces. */
  margin: string;
  /** The content between its tags, already converted to plain Markdown. */
  inner: string;
}

/** Where the opening tag ends and the closing tag begins, in an element as written. */
export function between(text: string): [from: number, to: number] {
  const from = TAG.exec(text)?.[0].length ?? text.indexOf('>') + 1;
  return from === text.length ? [from, from] : [from, text.lastIndexOf('</')];
}

/**
 * An MDX element as plain Markdown: notes and warnings become quotations, figures become pictures with their caption below. Any
 * other element stays as HTML, with full URLs.
 */
export function plainComponent(element: WrittenElement, place: Place, t: Dictionary): string {
  switch (element.node.name) {
    case null:
      return element.inner;
    case 'Note':
      return quotation(element, t.note);
    case 'Warning':
      return quotation(element, t.warning);
    case 'Figure':
      return picture(element, place);
    case 'Chart':
      return chart(element, place);
    default:
      return html(element, place);
  }
}

/** `<Note>` → `> **Note**` and a quotation; within a line, only the label. */
function quotation(element: WrittenElement, label: string): string {
  if (element.node.type === 'mdxJsxTextElement') return `**${label}:** ${element.inner}`;
  const lines = [`**${label}**`, '', ...linesOf(element)];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join(`\n${element.margin}`);
}

function picture(element: WrittenElement, place: Place): string {
  const { node, inner, margin } = element;
  const alt = (textOfAttribute(node, 'alt') ?? '').replace(/[[\]\\]/g, String.raw`\$&`);
  const image = `![${alt}](${asDestination(resolveAddress(textOfAttribute(node, 'src') ?? '', place))})`;
  if (node.type === 'mdxJsxTextElement') return `${image} ${inner}`.trimEnd();
  const caption = linesOf(element);
  const lines = caption.length === 0 ? [image] : [image, '', ...caption];
  return withMargin(lines, margin);
}

/** A chart's title, what it shows, and a link to its numbers. */
function chart({ node, margin }: WrittenElement, place: Place): string {
  const text = (name: string): string =>
    (textOfAttribute(node, name) ?? '').replace(/[[\]\\*_]/g, String.raw`\$&`);
  const data = asDestination(resolveAddress(textOfAttribute(node, 'data') ?? '', place));
  const lines = [`**${text('title')}**`, '', text('alt'), '', `[${text('data').replace('./', '')}](${data})`];
  return withMargin(lines, margin);
}

function withMargin(lines: readonly string[], margin: string): string {
  return lines.map((line, index) => (index === 0 ? line : `${margin}${line}`.trimEnd())).join('\n');
}

/** The lines between the tags, without their common indentation and without blank lines around them. */
function linesOf({ inner, margin }: WrittenElement): string[] {
  const [first = '', ...others] = inner.split('\n');
  const lines = [first.trimStart(), ...dedented(others.map((line) => line.slice(margin.length)))];
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}

function dedented(lines: readonly string[]): string[] {
  const indent = Math.min(...lines.filter(isText).map((line) => line.search(/[^ ]/)));
  return lines.map((line) => line.slice(Math.min(indent, line.search(/[^ ]|$/))));
}

function isText(line: string): boolean {
  return line.trim() !== '';
}

/** A tag with attributes. A `>` in quotes or braces doesn't end it. */
const TAG = /^<(?:"[^"]*"|'[^']*'|\{(?:[^{}"'`]|"[^"]*"|'[^']*'|`[^`]*`|\{[^{}]*\})*\}|[^>"'{])*>/;

/** `<a href="/tags/xen/">` → the same with a full URL. */
function html({ node, text, inner }: WrittenElement, place: Place): string {
  const [from, to] = between(text);
  let tag = text.slice(0, from);
  for (const attribute of node.attributes) {
    const address = attributeText(attribute);
    if (attribute.type !== 'mdxJsxAttribute' || address === undefined) continue;
    if (addressKind(attribute.name, node.name ?? '') === undefined) continue;
    const value = new RegExp(String.raw`(?<=\s${attribute.name}\s*=\s*)(?:"[^"]*"|'[^']*'|\{[^}]*\})`);
    tag = tag.replace(value, () => `"${resolveAddress(address, place)}"`);
  }
  return tag + inner + text.slice(to);
}
