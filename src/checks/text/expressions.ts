import { Parser, type Expression, type Node } from 'acorn';
import jsx from 'acorn-jsx';
import type { MdastNode } from 'satteri';
import { nearest } from '../../content/nearest.ts';
import { declaredNames, usedNames } from '../../content/outline/javascript.ts';
import { ALWAYS_THERE } from '../components.ts';
import { forbiddenElement } from './markup.ts';
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
  return text.nodes.flatMap(({ node }) =>
    node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression'
      ? findings(text, node, declared)
      : [],
  );
};

type Braces = Extract<MdastNode, { type: 'mdxTextExpression' | 'mdxFlowExpression' }>;

const parser = Parser.extend(jsx());
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

type AnyNode = Node & Record<string, unknown>;

function walk(tree: Node, visit: (node: AnyNode) => void): void {
  const node = tree as AnyNode;
  visit(node);
  for (const child of Object.values(node).flat())
    if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit);
}

/** Elements inside JavaScript bypass the checks of the text, so only components are allowed. */
export function markupIn(tree: Node, line: number): Finding[] {
  const found: Finding[] = [];
  walk(tree, (node) => {
    if (node.type !== 'JSXOpeningElement') return;
    const name = (node['name'] as { name?: string }).name ?? '';
    if (/^[a-z]/.test(name)) {
      const at = line + node.loc!.start.line - 1;
      const { message } = forbiddenElement(name, at);
      found.push({
        line: at,
        code: 'forbidden-element',
        message: message.replace('expected one of those for prose', 'expected none in an expression'),
        hint: 'Put it into a component, and import that.',
      });
    }
  });
  return found.slice(0, 1);
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
