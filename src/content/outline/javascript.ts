import { Parser, type ImportDeclaration, type Node, type Program } from 'acorn';
import jsx from 'acorn-jsx';
import { analyze, extract_names as namesOf } from 'periscopic';
import { isComponent } from './components.ts';

/** Parses JavaScript with elements in it. */
export const parser = Parser.extend(jsx());
const OPTIONS = { ecmaVersion: 'latest', sourceType: 'module' } as const;

/** The names declared by `import` and `export` statements: `import A, { b as c } from './d.js'` → `A`, `c`. */
export function declaredNames(statements: string): string[] {
  return (
    parse(statements)?.body.flatMap((statement) => {
      if (statement.type === 'ImportDeclaration') return statement.specifiers.map(({ local }) => local.name);
      if (statement.type !== 'ExportNamedDeclaration') return [];
      const { declaration } = statement;
      if (declaration === null || declaration === undefined) return [];
      return declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap(({ id }) => namesOf(id as Parameters<typeof namesOf>[0]))
        : [declaration.id.name];
    }) ?? []
  );
}

/** The modules loaded by `import` statements: `import A from './a.astro'` → `./a.astro`. */
export function importedModules(statements: string): string[] {
  return (parse(statements)?.body ?? []).flatMap((statement) =>
    'source' in statement && typeof statement.source?.value === 'string' ? [statement.source.value] : [],
  );
}

/** A module's file without what says how Vite imports it: `./speed.csv?raw` → `./speed.csv`. */
export function withoutQuery(module: string): string {
  return module.replace(/[?#].*$/, '');
}

/** The names that `import` statements take from one module, as it calls them: `import { a as b } from 'c'` → `a`. */
export function takenNames(statements: string, module: string): string[] {
  return specifiersOf(statements, module).flatMap((specifier) =>
    specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
      ? [specifier.imported.name]
      : [],
  );
}

/** The names that `import` statements take from one module, as the text calls them. */
export function importedNames(statements: string, module: string): string[] {
  return specifiersOf(statements, module).map(({ local }) => local.name);
}

function specifiersOf(statements: string, module: string): ImportDeclaration['specifiers'] {
  return (parse(statements)?.body ?? []).flatMap((statement) =>
    statement.type === 'ImportDeclaration' && statement.source.value === module ? statement.specifiers : [],
  );
}

/**
 * The names that an expression uses but doesn't declare: `count + (() => count)()` → `count`. `...c` is the expression of a
 * spread.
 */
export function usedNames(expression: string): string[] {
  const program = parse(`({ a: [${expression}\n] })`);
  return program === undefined ? [] : [...analyze(program as Parameters<typeof analyze>[0]).globals.keys()];
}

/** The components that an expression shows: `ok && <Note>Yes</Note>` → `Note`; of `<Charts.Bar />`, `Charts`. */
export function componentsIn(expression: string): string[] {
  const names = new Set<string>();
  if (!expression.includes('<')) return [];
  const program = parse(`({ a: [${expression}\n] })`);
  if (program !== undefined)
    walk(program, (node) => {
      if (node.type !== 'JSXOpeningElement') return;
      let name = node['name'] as AnyNode;
      while (name.type === 'JSXMemberExpression') name = name['object'] as AnyNode;
      if (isComponent(String(name['name']))) names.add(String(name['name']));
    });
  return [...names];
}

/** Where each statement begins that isn't an import; none if they don't parse. */
export function statementStarts(statements: string): number[] {
  return (parse(statements)?.body ?? [])
    .filter(({ type }) => type !== 'ImportDeclaration')
    .map(({ start }) => start);
}

/** A node of a syntax tree with all of its fields. */
export type AnyNode = Node & Record<string, unknown>;

/** Calls a function for each node of a syntax tree. */
export function walk(tree: Node, visit: (node: AnyNode) => void): void {
  const node = tree as AnyNode;
  visit(node);
  for (const child of Object.values(node).flat())
    if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit);
}

/** The value of a string literal, including escapes that JSON doesn't have: `"a\\x07b"`. */
export function textOfLiteral(literal: string): string {
  try {
    // JSON means the same in JavaScript, and is parsed much faster.
    return String(JSON.parse(literal));
  } catch {
    return textOfJavaScript(literal);
  }
}

function textOfJavaScript(literal: string): string {
  const expression = Parser.parseExpressionAt(literal, 0, OPTIONS);
  if (expression.type !== 'Literal' || typeof expression.value !== 'string')
    throw new TypeError(`Unexpected ${expression.type}, expected a string literal.`);
  return expression.value;
}

/** Undefined if it doesn't parse; the MDX compiler will say why. */
function parse(code: string): Program | undefined {
  try {
    return parser.parse(code, OPTIONS);
  } catch {
    return undefined;
  }
}
