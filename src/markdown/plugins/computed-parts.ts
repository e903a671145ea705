import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { partEnd, partStart } from '../../content/computed-part.ts';
import { COMPONENTS, isComponent } from '../../content/outline/components.ts';
import {
  attributeExpression,
  attributeText,
  isComment,
  literalText,
} from '../../content/outline/jsx-attributes.ts';
import { onElements, type JsxElement } from '../jsx-element.ts';

type Context = HastVisitorContext;

/**
 * Surrounds computed parts, components and expressions, with comments that give their position in the text. The plain Markdown
 * version needs them to insert the results. A part inside another one is not marked separately.
 *
 * @returns two plug-ins: the first for HTML elements, which must run while it can be told which ones are written as such in the text
 */
export function computedParts() {
  const wholes: Range[] = [];
  const mark = (node: Readonly<HastNode>, context: Context): void => {
    if (!isInElement(node, context) && !isWithin(node, wholes)) surround(node, context);
  };
  const markElement = (node: JsxElement, context: Context): void => {
    if (!isWhole(node) || isInElement(node, context, isWhole)) return;
    const range = rangeOf(node);
    if (range !== undefined) wholes.push(range);
    if (!isInElement(node, context, isOwnPart)) surround(node, context);
  };
  const ofElements = defineHastPlugin({
    name: 'opsnotes-computed-elements',
    options: { position: true },
    ...onElements(markElement),
  });
  const ofOthers = defineHastPlugin({
    name: 'opsnotes-computed-parts',
    options: { position: true },
    mdxFlowExpression: mark,
    mdxTextExpression: mark,
    ...onElements(mark),
  });
  return [ofElements, ofOthers] as const;
}

/** Where a node is in the text. */
interface Range {
  start: number;
  end: number;
}

function surround(node: Readonly<HastNode>, context: Context): void {
  const start = node.position?.start.offset;
  if (start === undefined) return;
  context.insertBefore(node, { type: 'raw', value: partStart(start) });
  context.insertAfter(node, { type: 'raw', value: partEnd(start) });
}

/** HTML elements that Markdown can express; others, such as `<details>`, stay as they are in the plain version. */
const MARKDOWN = new Set(
  'a b blockquote code del div dl em h1 h2 h3 h4 h5 h6 i ol p pre s section strong table ul'.split(' '),
);

/** Whether an HTML element is one part with what it computes. One with a block or a callout isn't: these have forms of their own. */
function isWhole(node: JsxElement): boolean {
  return MARKDOWN.has(node.name ?? '') && computes(node) && !hasOwnForm(node);
}

function computes(node: Readonly<HastNode>): boolean {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return !isComment(node.value) && literalText(node.value) === undefined;
  return (isJsx(node) && isOwnPart(node)) || ('children' in node && node.children.some(computes));
}

/** Whether an element is a component, or has a computed attribute. */
function isOwnPart({ name, attributes }: JsxElement): boolean {
  if (isComponent(name ?? '') && !COMPONENTS.includes(name!)) return true;
  return attributes.some(
    (attribute) => attributeExpression(attribute) !== undefined && attributeText(attribute) === undefined,
  );
}

function hasOwnForm(node: Readonly<HastNode>): boolean {
  if (node.type === 'element' && node.tagName === 'pre') return true;
  if (isJsx(node) && COMPONENTS.includes(node.name ?? '')) return true;
  return 'children' in node && node.children.some(hasOwnForm);
}

function isJsx(node: Readonly<HastNode>): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Whether a node is inside an element of MDX, or inside one of some kind. */
function isInElement(
  node: Readonly<HastNode>,
  context: Context,
  isKind: (parent: JsxElement) => boolean = () => true,
): boolean {
  const parent = context.parent(node);
  if (parent === undefined) return false;
  return (isJsx(parent) && isKind(parent)) || isInElement(parent, context, isKind);
}

function isWithin(node: Readonly<HastNode>, ranges: readonly Range[]): boolean {
  const range = rangeOf(node);
  return range !== undefined && ranges.some(({ start, end }) => start <= range.start && range.end <= end);
}

function rangeOf({ position }: Readonly<HastNode>): Range | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}
