import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Fault } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import { COMPONENTS, isComponent } from '../content/outline/components.ts';
import {
  componentsIn,
  declaredNames,
  importedModules,
  takenNames,
  usedNames,
  withoutQuery,
} from '../content/outline/javascript.ts';
import { isComment } from '../content/outline/jsx-attributes.ts';
import { lineOf, type Mention, type Outline } from '../content/outline/outline.ts';
import type { Content, MdxEntry } from '../content/read-content.ts';
import { missing } from './resources.ts';

/** Every component, and every name in an expression, must be imported, exported or built in. */
export function componentFaults(content: Content): Fault[] {
  return [...content.articles, ...content.pages].flatMap((entry) =>
    entry.outline === undefined ? [] : faultsOf(entry, entry.outline),
  );
}

function faultsOf({ file }: MdxEntry<unknown>, outline: Outline): Fault[] {
  const declared = outline.statements.flatMap(({ text }) => declaredNames(text));
  return [
    ...unknownComponents(file, outline, declared),
    ...unknownNames(file, outline, declared),
    ...missingModules(file, outline),
    ...computedAddresses(file, outline),
  ];
}

function unknownComponents(
  file: string,
  { components, expressions }: Outline,
  declared: readonly string[],
): Fault[] {
  const known = [...COMPONENTS, ...declared];
  const inExpressions = expressions.flatMap((expression) =>
    componentsIn(expression.text).map((name) => ({ text: name, line: lineOf(`<${name}`, expression) })),
  );
  return [...components, ...inExpressions]
    .filter(({ text }) => isComponent(text) && text !== 'Fragment' && !known.includes(text.split('.')[0]!))
    .map(({ text, line }) => ({
      file,
      line,
      code: 'mdx-component',
      message: `Unexpected component \`<${text}>\`, expected an import of it or one of ${COMPONENTS.map((name) => `\`<${name}>\``).join(', ')}.`,
      hint:
        didYouMean(text, known) ??
        `Import it below the frontmatter: \`import ${text} from './${text}.astro';\`.`,
    }));
}

/** Names that an expression can use without declaring them: what every text exports, and JavaScript's globals. */
export const ALWAYS_THERE: ReadonlySet<string> = new Set([
  'frontmatter',
  'props',
  'file',
  'url',
  'undefined',
  ...Object.getOwnPropertyNames(globalThis),
]);

function unknownNames(file: string, { expressions }: Outline, declared: readonly string[]): Fault[] {
  return expressions.flatMap(({ text, line }) =>
    isComment(text)
      ? []
      : usedNames(text)
          .filter((name) => !ALWAYS_THERE.has(name) && !declared.includes(name))
          .map((name) => ({
            file,
            line,
            code: 'mdx-component' as const,
            message: `Unexpected name \`${name}\` in braces, expected one that the text imports or exports.`,
            hint: 'Braces contain an expression in MDX. For literal braces write `\\{` or put them in backticks.',
          })),
  );
}

/** Reports JSON that doesn't parse or lacks a name, because Vite's message wouldn't name the file. */
function jsonFaults(
  at: Pick<Fault, 'file' | 'line'>,
  specifier: string,
  statement: Mention,
  path: string,
): Fault[] {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const message = `Unexpected data in \`${specifier}\`, expected JSON: ${(error as Error).message}.`;
    return [{ ...at, code: 'mdx-render', message }];
  }
  const keys = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
  return takenNames(statement.text, specifier)
    .filter((name) => !['default', ...keys].includes(name))
    .map((name) => ({
      ...at,
      code: 'mdx-render',
      message: `Unexpected name \`${name}\`, expected a key of \`${specifier}\`.`,
      hint: didYouMean(name, keys) ?? `All of it is \`import ${name} from '${specifier}';\`.`,
    }));
}

/** Reports missing files next to the text. Packages are resolved by Vite. */
function missingModules(file: string, { statements }: Outline): Fault[] {
  return statements.flatMap((statement) =>
    importedModules(statement.text).flatMap((specifier): Fault[] => {
      const at = { file, line: lineOf(specifier, statement) };
      if (/^(?:https?:)?\/\//.test(specifier)) {
        const message = `Unexpected module \`${specifier}\` of another host, expected a package or a file.`;
        return [{ ...at, code: 'remote-resource', message }];
      }
      if (/^[\w@][\w./@-]*$/.test(specifier) && !isInstalled(specifier)) {
        const message = `Unexpected package \`${specifier}\`, expected one that is installed.`;
        const hint = 'The path of a file next to the text begins with `./`.';
        return [{ ...at, code: 'missing-file', message, hint }];
      }
      return /^[./]/.test(specifier) ? fileFaults(at, specifier, statement) : [];
    }),
  );
}

function fileFaults(at: Pick<Fault, 'file' | 'line'>, specifier: string, statement: Mention): Fault[] {
  // An absolute path is that of the project, as in Vite.
  const isOfProject = specifier.startsWith('/');
  const path = isOfProject
    ? join(process.cwd(), withoutQuery(specifier))
    : resolve(dirname(at.file), withoutQuery(specifier));
  if (ENDINGS.some((ending) => existsSync(path + ending)))
    return path.endsWith('.json') ? jsonFaults(at, specifier, statement, path) : [];
  if (!isOfProject) return [missing(at.file, specifier, at.line, path)];
  const message = `Unexpected \`${specifier}\`, expected a file of the project.`;
  const hint = 'A path that begins with `/` is looked for in the folder of the project.';
  return [{ ...at, code: 'missing-file', message, hint }];
}

/** Like Vite, but only checks for the package's folder, whatever its `exports` are. */
function isInstalled(specifier: string): boolean {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0];
  return isBuiltin(specifier) || existsSync(resolve('node_modules', name));
}

/**
 * A computed address can't be checked, and the file it leads to isn't published with the article. An imported picture is fine,
 * because Astro handles `src={graph.src}`.
 */
function computedAddresses(file: string, { computedAddresses: computed, statements }: Outline): Fault[] {
  const pictures = statements.flatMap(({ text }) =>
    importedModules(text).some((module) => PICTURE.test(module)) ? declaredNames(text) : [],
  );
  return computed
    .filter(
      ({ text }) =>
        !pictures.some((name) => new RegExp(String.raw`^\s*${RegExp.escape(name)}\.src\s*$`).test(text)),
    )
    .map(({ text, line }) => ({
      file,
      line,
      code: 'mdx-component',
      message: `Unexpected computed address \`{${text}}\`, expected it in quotes.`,
      hint: 'Only addresses written in the text are checked, and their files published; an imported component can compute them.',
    }));
}

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|tiff|webp)(?:\?|$)/i;

/** Extensions that Vite tries. */
const ENDINGS = ['', '.ts', '.js', '.mjs', '.mts', '.tsx', '.jsx', '.json'];
