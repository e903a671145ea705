import type { Expression, Node } from 'acorn';
import type { MdastNode } from 'satteri';
import { attributeExpression, isJsx, type JsxElement } from '../../content/outline/jsx-attributes.ts';
import { nearest } from '../../content/nearest.ts';
import { addressKind } from '../../content/outline/address-attributes.ts';
import { isComponent } from '../../content/outline/components.ts';
import { declaredNames, parser, usedNames, walk, type AnyNode } from '../../content/outline/javascript.ts';
import { ALWAYS_THERE } from '../components.ts';
import { forbiddenAttribute, forbiddenElement, lineOfAttribute } from './markup.ts';
import { isProseElement } from './prose-schema.ts';
import { lineOf, newlines, writtenAs, type Finding, type RuledText, type TextRule } from './rule.ts';

/**
 * Braces must contain JavaScript with a value that can be shown. `{}` and `{this}` are usually meant literally and would vanish;
 * an undeclared name would fail the build.
 *
 * @example `find -exec rm {} +` in a sentence → `lost-expression`
 */
export const expressions: TextRule = (text) => {
  const declared = new Set(
    text.nodes.flatMap(({ node }) => (node.type === 'mdxjsEsm' ? declaredNames(node.value) : [])),
  );
  return text.nodes.flatMap(({ node }) => {
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
      return findings(text, node, declared);
    return isJsx(node)
      ? node.attributes.flatMap((attribute) => markupInAttribute(text, node, attribute))
      : [];
  });
};

function markupInAttribute(
  text: RuledText,
  element: JsxElement,
  attribute: JsxElement['attributes'][number],
): Finding[] {
  const value = attributeExpression(attribute);
  if (value?.includes('<') !== true || attribute.type !== 'mdxJsxAttribute') return [];
  const tree = parse(value);
  return typeof tree === 'object' ? markupIn(tree, lineOfAttribute(text, element, attribute.name)) : [];
}

type Braces = Extract<MdastNode, { type: 'mdxTextExpression' | 'mdxFlowExpression' }>;

const OPTIONS = { ecmaVersion: 'latest', sourceType: 'module', locations: true } as const;

function findings(text: RuledText, node: Braces, declared: ReadonlySet<string>): Finding[] {
  const tree = parse(node.value);
  if (tree === 'comment') return [];
  if (tree === undefined || hasNoValue(tree))
    return [lost(text, node, `\`{${node.value}}\` has no value that can be shown`)];
  const unknown = usedNames(node.value).filter((name) => !declared.has(name) && !ALWAYS_THERE.has(name));
  if (unknown.length > 0) return [lost(text, node, `nothing declares \`${unknown[0]!}\``)];
  return [...markupIn(tree, lineOf(node)), ...frontmatterIn(text, node)];
}

/** Parses an expression; undefined if it isn't one. Lines count from 1. */
function parse(value: string): Expression | 'comment' | undefined {
  if (value.trim() === '') return undefined;
  if (value.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '').trim() === '') return 'comment';
  try {
    return parser.parseExpressionAt(`(${value}\n)`, 0, OPTIONS);
  } catch {
    // Sätteri's parser accepts TypeScript too.
    return 'comment';
  }
}

function hasNoValue(tree: Node): boolean {
  const node = tree as Node & { value?: unknown; name?: string };
  if (node.type === 'Literal') return node.value === null || typeof node.value === 'boolean';
  if (node.type === 'Identifier') return node.name === 'undefined';
  return [
    'ThisExpression',
    'ObjectExpression',
    'ArrowFunctionExpression',
    'FunctionExpression',
    'ClassExpression',
  ].includes(node.type);
}

/** Elements in an expression are limited like those in the text, and have no addresses: only those of the text are checked. */
export function markupIn(tree: Node, line: number): Finding[] {
  const found: Finding[] = [];
  walk(tree, (node) => {
    if (node.type === 'JSXOpeningElement') found.push(...elementFindings(node, line));
  });
  return found;
}

function elementFindings(element: AnyNode, line: number): Finding[] {
  const name = (element['name'] as { name?: unknown }).name;
  const at = line + element.loc!.start.line - 1;
  if (typeof name !== 'string') return [];
  if (OUTSIDE.includes(name)) return [outside(name, at)];
  if (isComponent(name)) return [];
  if (!isProseElement(name)) return [forbiddenElement(name, at)];
  return (element['attributes'] as AnyNode[]).flatMap((attribute) =>
    attributeFindings(name, attribute, line + attribute.loc!.start.line - 1),
  );
}

/** What only works where the text is compiled: it needs a file, or is part of the table of contents. */
const OUTSIDE = ['Chart', 'img', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

function outside(name: string, line: number): Finding {
  return {
    line,
    code: isComponent(name) ? 'mdx-component' : 'forbidden-element',
    message: `Unexpected \`<${name}>\` in an expression, expected it outside of braces.`,
    hint: 'Files, charts and headings are found only where they are written in the text itself.',
  };
}

function attributeFindings(element: string, attribute: AnyNode, line: number): Finding[] {
  const { name } = (attribute['name'] ?? {}) as { name?: unknown };
  if (typeof name !== 'string' || addressKind(name, element) !== undefined)
    return [
      {
        line,
        code: 'forbidden-attribute',
        message: `Unexpected ${typeof name === 'string' ? `\`${name}\`` : 'attribute'} of \`<${element}>\` in an expression, expected it outside of braces, or in a component.`,
        hint: 'Addresses are checked and their files published only where they are written in the text itself.',
      },
    ];
  return forbiddenAttribute(element, name, line);
}

/** `{frontmatter.titel}` shows nothing. */
function frontmatterIn({ entry }: RuledText, node: Braces): Finding[] {
  const found = /^\s*frontmatter\.(?<key>[A-Za-z]\w*)\s*$/.exec(node.value)?.groups?.['key'];
  const raw = entry.raw;
  if (found === undefined || typeof raw !== 'object' || raw === null || found in raw) return [];
  const message = `Unexpected \`frontmatter.${found}\`, expected a key of the frontmatter.`;
  const near = nearest(found, Object.keys(raw));
  const hint = near === undefined ? undefined : `Did you mean \`frontmatter.${near}\`?`;
  return [{ line: lineOf(node), code: 'lost-expression', message, hint }];
}

function lost(text: RuledText, node: Braces, reason: string): Finding {
  const written = writtenAs(text, node);
  const line = lineOf(node);
  const corrected = `\\${written}`;
  const message = `Unexpected \`${written.split('\n', 1)[0]!}\`, expected an expression with a value: ${reason}.`;
  const start = node.position!.start.column - 1;
  const whole = text.lines[line - 1]!;
  const oneLine = newlines(written) === 0;
  const fix = oneLine
    ? { line, count: 1, text: whole.slice(0, start) + escaped(whole.slice(start)) }
    : undefined;
  return {
    line,
    code: 'lost-expression',
    message,
    hint: `For literal braces write \`${oneLine ? escapeAll(written) : corrected}\`, or put them in backticks.`,
    fix,
  };
}

/** Escapes the braces at the start of a line, and leaves the rest. */
function escaped(line: string): string {
  const end = line.indexOf('}') + 1;
  return escapeAll(line.slice(0, end)) + line.slice(end);
}

function escapeAll(written: string): string {
  return written.replaceAll('{', '\\{');
}
