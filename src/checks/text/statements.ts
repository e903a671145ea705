import { Parser, type ExportNamedDeclaration, type Program } from 'acorn';
import jsx from 'acorn-jsx';
import { markupIn } from './expressions.ts';
import { lineOf, type Finding, type TextRule } from './rule.ts';

/**
 * What a text imports or exports is JavaScript that can be read, and has no elements of its own. A paragraph of prose that
 * begins with the word `import` is taken for it too.
 *
 * @example `import a from` → `mdx-syntax`
 */
export const statements: TextRule = ({ nodes }) =>
  nodes.flatMap(({ node }): Finding[] => {
    if (node.type !== 'mdxjsEsm') return [];
    const read = parse(node.value);
    if (!('error' in read)) return [...markupIn(read, lineOf(node)), ...takenNames(read, lineOf(node))];
    const { error } = read;
    const message = `Unexpected JavaScript, expected an \`import\` or \`export\` that can be read: ${error.message}.`;
    const hint = 'If it is prose, let another word begin the paragraph.';
    return [{ line: lineOf(node) + error.line - 1, code: 'mdx-syntax', message, hint }];
  });

/** What Astro exports of every text itself. */
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
        message: `Unexpected export of \`${name}\`, expected a name of your own: every text has that one.`,
      }));
  });
}

function exportedNames({ declaration, specifiers }: ExportNamedDeclaration): string[] {
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  if (declaration) return [declaration.id.name];
  return specifiers.flatMap(({ exported }) => (exported.type === 'Identifier' ? [exported.name] : []));
}

const parser = Parser.extend(jsx());

function parse(code: string): Program | { error: { line: number; message: string } } {
  try {
    return parser.parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc?: { line: number } };
    return { error: { line: loc?.line ?? 1, message: message.replace(/ \(\d+:\d+\)$/, '') } };
  }
}
