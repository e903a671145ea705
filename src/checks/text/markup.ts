import type { MdastNode } from 'satteri';
import { isJsx, type JsxElement } from '../../content/outline/jsx-attributes.ts';
import { didYouMean } from '../../content/nearest.ts';
import { COMPONENT_ATTRIBUTES, COMPONENTS, isComponent } from '../../content/outline/components.ts';
import { declaredNames } from '../../content/outline/javascript.ts';
import { isProseAttribute, isProseElement, proseAttributes, proseSchema } from './prose-schema.ts';
import { lineOf, newlines, writtenAs, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * HTML in a text is limited to `proseSchema`: no elements or attributes that run or load something, or change how the page looks.
 *
 * @example `<b onclick="…">` → `forbidden-attribute`
 */
export const markup: TextRule = (text) =>
  text.nodes.flatMap(({ node, parents }) => {
    // Imported components are up to the author; fragments do nothing.
    if (!isJsx(node) || node.name === null) return [];
    const { name } = node;
    if (isComponent(name)) return node.attributes.flatMap((attribute) => ofComponent(text, node, attribute));
    // The content of a forbidden element is reported along with it.
    if (parents.some(isForbidden)) return [];
    if (isForbidden(node)) return [forbiddenElement(name, lineOf(node))];
    const inComponent = isOther(parents.at(-1));
    return node.attributes
      .filter(
        (attribute) => !(inComponent && attribute.type === 'mdxJsxAttribute' && attribute.name === 'slot'),
      )
      .flatMap((attribute) => attributeFinding(text, node, attribute));
  });

/** Whether it is an imported component, which may have named slots; Markdown around them makes no difference. */
function isOther(node: MdastNode | undefined): boolean {
  return isJsx(node) && node.name !== null && isComponent(node.name) && !COMPONENTS.includes(node.name);
}

/** Reports attributes that one of our own components doesn't have; `charts.ts` checks those of charts. */
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
      ? 'none: its content says it'
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
  return isJsx(node) && node.name !== null && !isComponent(node.name) && !isProseElement(node.name);
}

/** The fault for an element that isn't allowed in texts. */
export function forbiddenElement(name: string, line: number): Finding {
  const component = COMPONENTS.find((own) => own.toLowerCase() === name.toLowerCase());
  const hint =
    component === undefined ? (REASONS[name.toLowerCase()] ?? near(name)) : `Write \`<${component}>\`.`;
  const message = `Unexpected element \`<${name}>\`, expected one of those for prose.`;
  return { line, code: 'forbidden-element', message, hint };
}

const PICTURE = 'A picture is `![what it shows](./picture.png)`.';
const REASONS: Record<string, string | undefined> = {
  script: 'Put scripts into a component in `src/components/`, and import it.',
  style: 'Styles belong in `src/styles/`.',
  link: 'Styles belong in `src/styles/`.',
  iframe: 'Link to the other page instead: pages load nothing from other hosts.',
  font: 'Styles belong in `src/styles/`.',
  center: 'Styles belong in `src/styles/`.',
  picture: PICTURE,
  source: PICTURE,
  image: PICTURE,
  svg: `${PICTURE} It may be an SVG file.`,
};

function near(name: string): string | undefined {
  return (
    didYouMean(name, proseSchema.tagNames ?? []) ??
    `If it is meant literally, write \`\\<${name}>\` or put it in backticks.`
  );
}

/** The fault for an attribute that isn't allowed on this element. */
export function forbiddenAttribute(element: string, name: string, line: number): Finding[] {
  if (isProseAttribute(element, name)) return [];
  const known = proseAttributes(element);
  const message = `Unexpected attribute \`${name}\` of \`<${element}>\`, expected one of ${known.map((own) => `\`${own}\``).join(', ')}.`;
  return [{ line, code: 'forbidden-attribute', message, hint: hintFor(name, known) }];
}

function hintFor(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  if (plain === 'key') return 'Leave it out: Astro needs no keys.';
  if (plain.startsWith('on')) return 'Articles cannot run scripts.';
  if (plain === 'style' || plain.startsWith('class')) return 'Styles belong in `src/styles/`.';
  if (plain === 'id' || plain === 'name') return 'Each heading already has an anchor, made from its text.';
  return didYouMean(name, known);
}

function attributeFinding(
  text: RuledText,
  element: JsxElement,
  attribute: JsxElement['attributes'][number],
): Finding[] {
  // `components.ts` checks computed attributes.
  if (attribute.type === 'mdxJsxExpressionAttribute') return [];
  return forbiddenAttribute(element.name!, attribute.name, lineOfAttribute(text, element, attribute.name));
}

/** The line of an attribute of an element. */
export function lineOfAttribute(text: RuledText, element: JsxElement, name: string): number {
  const written = writtenAs(text, element);
  const at = written.search(new RegExp(String.raw`\s${RegExp.escape(name)}(?=[\s=/>])`));
  return lineOf(element) + (at === -1 ? 0 : newlines(written.slice(0, at + 1)));
}
