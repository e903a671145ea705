import type { MdastNode } from 'satteri';

/** An element or component of MDX. */
export type JsxElement = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

type Attribute = JsxElement['attributes'][number];

/** An attribute's text, where it is known without evaluating: `"a"`, `{"a"}`; undefined for other expressions. */
export function attributeText({ type, value }: Attribute): string | undefined {
  if (type !== 'mdxJsxAttribute') return undefined;
  if (typeof value === 'string') return value;
  return literalText(value?.value ?? '');
}

/** The text of an expression that is nothing but a string: `"a"` → `a`. */
export function literalText(expression: string): string | undefined {
  return STRING_LITERAL.exec(expression)?.groups?.['text'];
}

/** Whether an expression is nothing but comments, or empty. */
export function isComment(expression: string): boolean {
  return /^\s*(?:\/\*(?:(?!\*\/)[^])*\*\/\s*)*$/.test(expression);
}

/** A string of JavaScript in which every character stands for itself. */
const STRING_LITERAL = /^\s*(?<quote>["'`])(?<text>(?:(?!\k<quote>)[^\\\n$])*)\k<quote>\s*$/;

/** The expression in an attribute: of `a={b}` the `b`, of `{...c}` the `...c`; undefined where it has none. */
export function attributeExpression({ type, value }: Attribute): string | undefined {
  if (type === 'mdxJsxExpressionAttribute') return value;
  return typeof value === 'object' ? (value?.value ?? undefined) : undefined;
}

/** The text of an element's attribute; undefined where it has none that is known without evaluating. */
export function textOfAttribute(element: JsxElement, name: string): string | undefined {
  const found = element.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
  return found && attributeText(found);
}
