import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Fault, Finding } from '../content/fault.ts';
import { didYouMean } from '../content/nearest.ts';
import { importedModules, takenNames, withoutQuery } from '../content/outline/javascript.ts';
import { lineOf, type Mention } from '../content/outline/outline.ts';
import type { MdxEntry } from '../content/read-content.ts';
import { missing } from './resources.ts';

/** Every module that a text imports must be there, and have the names taken from it. Vite resolves what packages export. */
export function moduleFindings({ outline, file }: MdxEntry<unknown>): Finding[] {
  return (outline?.statements ?? []).flatMap((statement) =>
    importedModules(statement.text).flatMap((specifier): Finding[] => {
      const line = lineOf(specifier, statement);
      if (/^(?:https?:)?\/\//.test(specifier)) {
        const message = `Unexpected module \`${specifier}\` of another host, expected a package or a file.`;
        return [{ line, code: 'remote-resource', message }];
      }
      if (/^[\w@][\w./@-]*$/.test(specifier) && !isInstalled(specifier)) {
        const message = `Unexpected package \`${specifier}\`, expected one that is installed.`;
        const hint = 'The path of a file next to the text begins with `./`.';
        return [{ line, code: 'missing-file', message, hint }];
      }
      return /^[./]/.test(specifier) ? fileFindings({ file, line }, specifier, statement) : [];
    }),
  );
}

function fileFindings(at: Pick<Fault, 'file' | 'line'>, specifier: string, statement: Mention): Fault[] {
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

/** Extensions that Vite tries. */
const ENDINGS = ['', '.ts', '.js', '.mjs', '.mts', '.tsx', '.jsx', '.json'];

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
