import type { MdastNode } from 'satteri';

/** An element or component of MDX. */
export type JsxElement = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

type Attribute = JsxElement['attributes'][number];

/** Whether a node is an element or component. */
export function isJsx(node: MdastNode | undefined): node is JsxElement {
  return node?.type === 'mdxJsxFlowElement' || node?.type === 'mdxJsxTextElement';
}

/** An attribute's text, if it is known without evaluating anything: `"a"`, `{"a"}`; undefined for other expressions. */
export function attributeText({ type, value }: Attribute): string | undefined {
  if (type !== 'mdxJsxAttribute') return undefined;
  if (typeof value === 'string') return value;
  return literalText(value?.value ?? '');
}

/** The value of an expression that is just a string: `"a"` → `a`. */
export function literalText(expression: string): string | undefined {
  return STRING_LITERAL.exec(expression)?.groups?.['text'];
}

/** Whether an expression is empty or has only comments. */
export function isComment(expression: string): boolean {
  return /^\s*(?:\/\*(?:(?!\*\/)[^])*\*\/\s*)*$/.test(expression);
}

/** A JavaScript string without escapes or substitutions. */
const STRING_LITERAL = /^\s*(?<quote>["'`])(?<text>(?:(?!\k<quote>)[^\\\n$])*)\k<quote>\s*$/;

/** The expression in an attribute: `b` in `a={b}`, `...c` in `{...c}`; undefined if there is none. */
export function attributeExpression({ type, value }: Attribute): string | undefined {
  if (type === 'mdxJsxExpressionAttribute') return value;
  return typeof value === 'object' ? (value?.value ?? undefined) : undefined;
}

/** The text of an element's attribute; undefined if it is missing or has to be evaluated. */
export function textOfAttribute(element: JsxElement, name: string): string | undefined {
  const found = element.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
  return found && attributeText(found);
}
