import { mdxToMdast, type MdastNode } from 'satteri';
import { isComponent } from '../../content/outline/components.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { resolveAddress, type Place } from '../../articles/addresses.ts';
import { addressIn, asDestination } from './destination.ts';
import { applyEdits, type Edit } from './edits.ts';
import { features } from '../../content/outline/features.ts';
import {
  isComment,
  literalText,
  textOfAttribute,
  type JsxElement,
} from '../../content/outline/jsx-attributes.ts';
import { between, plainComponent } from './plain-component.ts';
import type { ComputedText } from './computed-texts.ts';

/**
 * Turns MDX into Markdown that works without our components. Fences stay byte for byte, notes and warnings become quotations,
 * pictures stay pictures, addresses become full URLs. Lines end in `\n`.
 *
 * @param place.href returns a full URL
 * @param computed the Markdown of what the text computes, by position in the text
 */
export function plainTwin(
  mdx: string,
  place: Place,
  t: Dictionary,
  computed: ReadonlyMap<number, ComputedText> = new Map(),
): string {
  const source = { mdx: mdx.replaceAll('\r\n', '\n'), place, t, computed: withoutReturns(mdx, computed) };
  const tree = mdxToMdast(source.mdx, { features: { ...features, smartPunctuation: false } });
  return applyEdits(source.mdx, editsOf(tree, source)).replace(/^\n+/, '').trimEnd();
}

interface Source {
  mdx: string;
  place: Place;
  t: Dictionary;
  computed: ReadonlyMap<number, ComputedText>;
}

/** Converts offsets in a text with `\r\n` line endings to offsets in the same text with `\n`. */
function withoutReturns<T>(mdx: string, byOffset: ReadonlyMap<number, T>): Map<number, T> {
  const returns = (end: number): number => mdx.slice(0, end).split('\r\n').length - 1;
  return new Map([...byOffset].map(([offset, value]) => [offset - returns(offset), value]));
}

/** The edits for a node and everything in it. */
function editsOf(node: MdastNode, source: Source): Edit[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const written = source.mdx.slice(start, end);
  const inner = (): Edit[] =>
    'children' in node ? node.children.flatMap((child) => editsOf(child, source)) : [];
  switch (node.type) {
    case 'yaml':
    case 'mdxjsEsm':
      return [{ start, end, text: '' }];
    case 'link':
    case 'image':
    case 'definition':
      return [...inner(), ...addressEdit(node.url, written, start, source.place)];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const computed = source.computed.get(start);
      if (computed !== undefined)
        return [{ start, end, text: asWritten(node, computed, marginOf(source.mdx, start)) }];
      const [from, to] = between(written);
      const plain = applyEdits(source.mdx, inner(), start + from, start + to);
      const gaps = isHtmlBlock(node, start, source)
        ? ([start + from, end] as const).map((offset) => blankLine(offset, start, source))
        : ['', ''];
      const element = { node, text: written, margin: marginOf(source.mdx, start), inner: gaps[0]! + plain };
      return [{ start, end, text: plainComponent(element, source.place, source.t) + gaps[1]! }];
    }
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const text = source.computed.get(start)?.markdown ?? expressionText(node.value);
      return text === undefined ? [] : [{ start, end, text }];
    }
    default:
      return inner();
  }
}

/**
 * What precedes an offset in its line, with list markers replaced by spaces: a line that begins with it continues the same item.
 */
function marginOf(mdx: string, offset: number): string {
  return mdx.slice(mdx.lastIndexOf('\n', offset - 1) + 1, offset).replace(/[^\s>]/g, ' ');
}

/** Elements that end a paragraph of Markdown when they begin a line. MDX may have them in a paragraph. */
const BLOCKS = new Set(
  'address article aside details div dl fieldset figure ol p section summary table ul'.split(' '),
);

/** Whether an element stays as a block of HTML. */
function isHtmlBlock({ type, name }: JsxElement, start: number, { mdx }: Source): boolean {
  if (name === null || isComponent(name)) return false;
  return (
    type === 'mdxJsxFlowElement' ||
    (BLOCKS.has(name) && marginOf(mdx, start).trim().replaceAll('>', '') === '')
  );
}

/**
 * What to add after a tag of HTML: a blank line if Markdown follows in the next line, because without it that would be read as
 * HTML. MDX needs none.
 */
function blankLine(offset: number, start: number, { mdx, computed }: Source): string {
  const next = offset + (/^[ \t]*\n[ \t>]*/.exec(mdx.slice(offset))?.[0].length ?? 0);
  const isMarkdown = /^(?:[^\s<]|<[^/a-z])/.test(mdx.slice(next, next + 2)) || computed.has(next);
  return next > offset && isMarkdown ? `\n${marginOf(mdx, start).trimEnd()}` : '';
}

/** What a component rendered; if that has no text, its name and its label. */
function asWritten(node: JsxElement, { markdown, hasText, label }: ComputedText, margin: string): string {
  const name = [node.name, label ?? textOfAttribute(node, 'alt') ?? textOfAttribute(node, 'title')];
  const isNamed = !hasText && isComponent(node.name ?? '');
  const text = isNamed ? `[${name.filter(Boolean).join(': ')}]` : markdown;
  return node.type === 'mdxJsxTextElement' ? text : text.replaceAll('\n', `\n${margin}`);
}

function addressEdit(url: string, written: string, start: number, place: Place): Edit[] {
  const whole = url.startsWith('#') ? place.href(place.path + url) : resolveAddress(url, place);
  const found = addressIn(written);
  if (found === undefined || whole === url) return [];
  return [{ start: start + found[0], end: start + found[1], text: asDestination(whole) }];
}

/**
 * The value of an expression if it is obvious: `{' '}`, and nothing for a comment; undefined for others, which stay as they are.
 */
function expressionText(expression: string): string | undefined {
  return isComment(expression) ? '' : literalText(expression);
}
