import type { ExportNamedDeclaration, Program } from 'acorn';
import { parser } from '../../content/outline/javascript.ts';
import { markupIn } from './expressions.ts';
import { lineOf, type Finding, type TextRule } from './rule.ts';

/**
 * Imports and exports must be valid JavaScript without elements. A paragraph that begins with the word `import` is taken for one,
 * too.
 *
 * @example `import a from` → `mdx-syntax`
 */
export const statements: TextRule = ({ nodes }) =>
  nodes.flatMap(({ node }): Finding[] => {
    if (node.type !== 'mdxjsEsm') return [];
    const read = parse(node.value);
    if (!('error' in read)) return [...markupIn(read, lineOf(node)), ...takenNames(read, lineOf(node))];
    const { error } = read;
    const message = `Unexpected JavaScript, expected an \`import\` or \`export\` that parses: ${error.message}.`;
    const hint = 'If it is prose, begin the paragraph with another word.';
    return [{ line: lineOf(node) + error.line - 1, code: 'mdx-syntax', message, hint }];
  });

/** Names that Astro itself exports from every text. */
const TAKEN = ['frontmatter', 'file', 'url', 'Content', 'getHeadings', 'components', 'default'];

function takenNames(program: Program, line: number): Finding[] {
  return program.body.flatMap((statement): Finding[] => {
    if (statement.type !== 'ExportNamedDeclaration' && statement.type !== 'ExportDefaultDeclaration')
      return [];
    const names = statement.type === 'ExportDefaultDeclaration' ? ['default'] : exportedNames(statement);
    return names
      .filter((name) => TAKEN.includes(name))
      .map((name) => ({
        line: line + statement.loc!.start.line - 1,
        code: 'mdx-syntax',
        message: `Unexpected export of \`${name}\`, expected another name: every text already exports that one.`,
      }));
  });
}

function exportedNames({ declaration, specifiers }: ExportNamedDeclaration): string[] {
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  if (declaration) return [declaration.id.name];
  return specifiers.flatMap(({ exported }) => (exported.type === 'Identifier' ? [exported.name] : []));
}

function parse(code: string): Program | { error: { line: number; message: string } } {
  try {
    return parser.parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc?: { line: number } };
    return { error: { line: loc?.line ?? 1, message: message.replace(/ \(\d+:\d+\)$/, '') } };
  }
}
