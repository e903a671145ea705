import type { MdastNode } from 'satteri';
import type { JsxElement } from '../../content/outline/jsx-attributes.ts';
import { didYouMean } from '../../content/nearest.ts';
import { COMPONENT_ATTRIBUTES, COMPONENTS, isComponent } from '../../content/outline/components.ts';
import { declaredNames } from '../../content/outline/javascript.ts';
import { isProseAttribute, isProseElement, proseAttributes, proseSchema } from './prose-schema.ts';
import { lineOf, newlines, writtenAs, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * HTML in a text is what `proseSchema` lists, and nothing else: no element or attribute that runs something, loads something
 * or changes how the page looks.
 *
 * @example `<b onclick="…">` → `forbidden-attribute`
 */
export const markup: TextRule = (text) =>
  text.nodes.flatMap(({ node, parents }) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
    const { name } = node;
    // An imported component is its author's business; a fragment is nothing.
    if (name === null) return [];
    if (isComponent(name)) return node.attributes.flatMap((attribute) => ofComponent(text, node, attribute));
    // What is in one that may not be there is told with it.
    if (parents.some(isForbidden)) return [];
    if (isForbidden(node)) return [forbiddenElement(name, lineOf(node))];
    return node.attributes.flatMap((attribute) => attributeFinding(text, node, attribute));
  });

/** An attribute that one of our own components does not have; what a chart takes, `charts.ts` says. */
function ofComponent(
  text: RuledText,
  element: JsxElement,
  attribute: JsxElement['attributes'][number],
): Finding[] {
  const known = isImported(text, element.name!) ? undefined : COMPONENT_ATTRIBUTES[element.name!];
  if (known === undefined || attribute.type === 'mdxJsxExpressionAttribute' || known.includes(attribute.name))
    return [];
  const { name } = attribute;
  const expected =
    known.length === 0
      ? 'none: what it says stands in it'
      : `one of ${known.map((own) => `\`${own}\``).join(', ')}`;
  const message = `Unexpected attribute \`${name}\` of \`<${element.name!}>\`, expected ${expected}.`;
  return [
    {
      line: lineOfAttribute(text, element, name),
      code: 'forbidden-attribute',
      message,
      hint: didYouMean(name, known),
    },
  ];
}

function isImported({ entry }: RuledText, name: string): boolean {
  return entry.outline?.statements.some(({ text }) => declaredNames(text).includes(name)) === true;
}

function isForbidden(node: MdastNode): boolean {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  return node.name !== null && !isComponent(node.name) && !isProseElement(node.name);
}

/** An element that no text may have. */
export function forbiddenElement(name: string, line: number): Finding {
  const component = COMPONENTS.find((own) => own.toLowerCase() === name.toLowerCase());
  const hint =
    component === undefined ? (REASONS[name.toLowerCase()] ?? near(name)) : `Write \`<${component}>\`.`;
  const message = `Unexpected element \`<${name}>\`, expected one that prose needs.`;
  return { line, code: 'forbidden-element', message, hint };
}

const PICTURE = 'A picture is `![what it shows](./picture.png)`.';
const REASONS: Record<string, string | undefined> = {
  script: 'A component of its own can have a script: `src/components/`.',
  style: 'How a page looks is in `src/styles/`.',
  link: 'How a page looks is in `src/styles/`.',
  iframe: 'Link to the other page instead; a page of ours asks no other host for anything.',
  font: 'How a page looks is in `src/styles/`.',
  center: 'How a page looks is in `src/styles/`.',
  picture: PICTURE,
  source: PICTURE,
  image: PICTURE,
  svg: `${PICTURE} It may be an SVG file.`,
};

function near(name: string): string | undefined {
  return (
    didYouMean(name, proseSchema.tagNames ?? []) ??
    `If it is meant as itself, write \`\\<${name}>\` or put it in backquotes.`
  );
}

/** An attribute that this element may not have. */
export function forbiddenAttribute(element: string, name: string, line: number): Finding[] {
  if (isProseAttribute(element, name)) return [];
  const known = proseAttributes(element);
  const message = `Unexpected attribute \`${name}\` of \`<${element}>\`, expected one of ${known.map((own) => `\`${own}\``).join(', ')}.`;
  return [{ line, code: 'forbidden-attribute', message, hint: hintFor(name, known) }];
}

function hintFor(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  if (plain.startsWith('on')) return 'Nothing in an article runs by itself.';
  if (plain === 'style' || plain.startsWith('class')) return 'How a page looks is in `src/styles/`.';
  if (plain === 'id' || plain === 'name') return 'Each heading has an anchor of its own, made from its text.';
  return didYouMean(name, known);
}

function attributeFinding(
  text: RuledText,
  element: JsxElement,
  attribute: JsxElement['attributes'][number],
): Finding[] {
  // What has to be computed is `components.ts`’ business.
  if (attribute.type === 'mdxJsxExpressionAttribute') return [];
  return forbiddenAttribute(element.name!, attribute.name, lineOfAttribute(text, element, attribute.name));
}

function lineOfAttribute(text: RuledText, element: JsxElement, name: string): number {
  const written = writtenAs(text, element);
  const at = written.search(new RegExp(String.raw`\s${RegExp.escape(name)}(?=[\s=/>])`));
  return lineOf(element) + (at === -1 ? 0 : newlines(written.slice(0, at + 1)));
}
