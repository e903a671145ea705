import { addressKind } from '../../content/outline/address-attributes.ts';
import { isComponent } from '../../content/outline/components.ts';
import { declaredNames, importedModules } from '../../content/outline/javascript.ts';
import {
  attributeExpression,
  attributeText,
  isJsx,
  type JsxElement,
} from '../../content/outline/jsx-attributes.ts';
import { markupIn, parseExpression } from './expressions.ts';
import { lineOfAttribute } from './markup.ts';
import { unknownComponents, unknownNames } from './names.ts';
import { lineOf, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * Expressions in attributes are limited like those in the text, and can't be addresses.
 *
 * @example `<a href={manual}>` → `mdx-component`
 */
export const attributes: TextRule = (text) =>
  text.nodes.flatMap(({ node }) =>
    isJsx(node) ? node.attributes.flatMap((attribute) => findings(text, node, attribute)) : [],
  );

type Attribute = JsxElement['attributes'][number];

function findings(text: RuledText, element: JsxElement, attribute: Attribute): Finding[] {
  const value = attributeExpression(attribute);
  if (value === undefined) return [];
  const line = lineOf(element);
  const names = unknownNames(text, value).map((name): Finding => ({
    line,
    code: 'mdx-component',
    message: `Unexpected name \`${name}\` in braces, expected one that the text imports or exports.`,
    hint: 'Braces contain an expression in MDX. For literal braces write `\\{` or put them in backticks.',
  }));
  return [
    ...names,
    ...unknownComponents(text, value, line),
    ...markup(text, element, attribute, value),
    ...computedAddress(text, element, attribute, value),
  ];
}

function markup(text: RuledText, element: JsxElement, attribute: Attribute, value: string): Finding[] {
  const tree = value.includes('<') ? parseExpression(value) : undefined;
  if (tree === undefined || attribute.type !== 'mdxJsxAttribute') return [];
  return markupIn(tree, lineOfAttribute(text, element, attribute.name));
}

/**
 * A computed address can't be checked, and the file it leads to isn't published with the article. An imported picture is fine,
 * because Astro handles `src={graph.src}`.
 */
function computedAddress(
  text: RuledText,
  element: JsxElement,
  attribute: Attribute,
  value: string,
): Finding[] {
  const tag = element.name ?? '';
  if (attributeText(attribute) !== undefined || isComponent(tag)) return [];
  if (attribute.type === 'mdxJsxAttribute' && addressKind(attribute.name, tag) === undefined) return [];
  if (importedPictures(text).some((name) => value.trim() === `${name}.src`)) return [];
  const message = `Unexpected computed address \`{${value}}\`, expected it in quotes.`;
  const hint =
    'Only addresses written in the text are checked, and their files published; an imported component can compute them.';
  return [{ line: lineOf(element), code: 'mdx-component', message, hint }];
}

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|tiff|webp)(?:\?|$)/i;

function importedPictures({ entry }: RuledText): string[] {
  return entry.outline!.statements.flatMap(({ text }) =>
    importedModules(text).some((module) => PICTURE.test(module)) ? declaredNames(text) : [],
  );
}
