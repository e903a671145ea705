import { fileURLToPath } from 'node:url';
import {
  defineHastPlugin,
  type HastNode,
  type HastVisitorContext,
  type MdxJsxFlowElementHast,
} from 'satteri';
import { isComponent, PASSED_COMPONENTS } from '../../content/outline/components.ts';
import { componentsIn, declaredNames, statementStarts } from '../../content/outline/javascript.ts';
import { attributeExpression } from '../../content/outline/jsx-attributes.ts';
import type { Outline } from '../../content/outline/outline.ts';
import { onElements, type JsxElement } from '../jsx-element.ts';

type Attribute = JsxElement['attributes'][number];
type Context = HastVisitorContext;

/**
 * Makes errors in what a text computes say where they come from: components and expressions are surrounded with `<At>`, which
 * knows their line, and each statement first says that it is reached. Compiled texts have no source maps, and an error in a
 * component says nothing about where it is used.
 *
 * Also imports those of our own components that a text uses inside of expressions, where `elements.ts` can't replace them.
 */
export function places(file: string, { statements }: Outline) {
  const declared = statements.flatMap(({ text }) => declaredNames(text));
  const used = new Set<string>();
  const quoted = JSON.stringify(file);
  const evaluated = (expression: string, line: number, mayWait = false): string => {
    for (const name of componentsIn(expression)) if (isOurs(name)) used.add(name);
    const waits = /\bawait\b/.test(expression);
    if (waits && !mayWait) return expression;
    used.add('inText');
    const [wait, async] = waits ? ['await ', 'async '] : ['', ''];
    return `${wait}${HELPER}inText(${quoted}, ${line}, ${async}() => (${expression}\n))`;
  };
  const isOurs = (name: string): boolean => PASSED_COMPONENTS.includes(name) && !declared.includes(name);

  function expression(
    node: Readonly<HastNode & { value: string }>,
    context: Context,
    type: JsxElement['type'],
  ): void {
    const line = lineOf(node) + newlines(/^\s*/.exec(node.value)![0]);
    context.setProperty(node, 'value', evaluated(node.value, line, true));
    // What is inside a component may have to be a function.
    if (context.parent(node)?.type.startsWith('mdxJsx') !== true) context.wrapNode(node, at(type, line));
  }

  function component(node: JsxElement, context: Context): JsxElement | undefined {
    const name = node.name ?? '';
    if (isOurs(name)) used.add(name);
    const attributes = node.attributes.map((attribute): Attribute => {
      const expression = attributeExpression(attribute);
      if (expression === undefined || attribute.type !== 'mdxJsxAttribute') return attribute;
      const value = evaluated(expression, lineOfPart(expression, node, context));
      return { ...attribute, value: { type: 'mdxJsxAttributeValueExpression', value } };
    });
    const placed = { ...node, attributes } as JsxElement;
    if (!isComponent(name) || name === 'Fragment' || hasSlot(node)) return placed;
    return { ...at(node.type, lineOf(node)), children: [placed] };
  }

  function at(type: JsxElement['type'], line: number) {
    used.add('At');
    const attributes = [
      { type: 'mdxJsxAttribute' as const, name: 'file', value: { type: VALUE, value: quoted } },
      { type: 'mdxJsxAttribute' as const, name: 'line', value: { type: VALUE, value: String(line) } },
    ];
    return { type, name: `${HELPER}At`, attributes, children: [] } as MdxJsxFlowElementHast;
  }

  return defineHastPlugin({
    name: 'opsnotes-places',
    options: { position: true },
    mdxFlowExpression(node, context) {
      expression(node, context, 'mdxJsxFlowElement');
    },
    mdxTextExpression(node, context) {
      expression(node, context, 'mdxJsxTextElement');
    },
    ...onElements(component),
    mdxjsEsm(node, context) {
      context.setProperty(node, 'value', withReached(node.value, lineOf(node), quoted));
      used.add('reached').add('passed');
    },
    after(root, context) {
      if (used.size === 0) return;
      used.add('enter');
      const imports = [...used].map(importOf).join('\n');
      context.prependChild(root, [
        { type: 'mdxjsEsm', value: imports },
        { type: 'mdxFlowExpression', value: `${HELPER}enter(${quoted})` },
      ]);
      if (used.has('passed'))
        context.appendChild(root, {
          type: 'mdxjsEsm',
          value: `export const ${HELPER}end = ${HELPER}passed(${quoted});`,
        });
    },
  });
}

const VALUE = 'mdxJsxAttributeValueExpression';

/** Begins the names that we add to a text, so that they differ from the author's. */
const HELPER = '_opsnotes_';

/** The import of something that a text needs from us. */
function importOf(name: string): string {
  const path = (module: string): string =>
    JSON.stringify(fileURLToPath(new URL(`../../${module}`, import.meta.url)));
  if (name === 'At') return `import ${HELPER}At from ${path('components/At.astro')};`;
  if (isComponent(name)) return `import ${name} from ${path(`components/${name}.astro`)};`;
  return `import { ${name} as ${HELPER}${name} } from ${path('content/text-place.ts')};`;
}

/** Adds a call before each statement; imports come first wherever they are. */
function withReached(statements: string, line: number, file: string): string {
  let result = statements;
  for (const start of statementStarts(statements).reverse()) {
    const at = line + newlines(statements.slice(0, start));
    // MDX allows only imports and exports.
    const call = `export const ${HELPER}${at}_${start} = ${HELPER}reached(${file}, ${at}); `;
    result = result.slice(0, start) + call + result.slice(start);
  }
  return result;
}

/** The line of an expression in an element's attributes. */
function lineOfPart(part: string, node: JsxElement, { source }: Context): number {
  const { start, end } = node.position ?? {};
  const written = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  return lineOf(node) + newlines(written.slice(0, Math.max(0, written.indexOf(part))));
}

function hasSlot({ attributes }: JsxElement): boolean {
  return attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'slot');
}

function lineOf(node: Readonly<HastNode>): number {
  return node.position?.start.line ?? 1;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
