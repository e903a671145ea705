import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { configFault } from './config-fault.ts';
import type { Fault } from './fault.ts';
import { stackPlaces } from './stack-modules.ts';
import { asSentence, asThrown, reasonOf, type Thrown } from './thrown.ts';

interface Place {
  file: string;
  line: number | undefined;
}

/**
 * Turns what Astro throws because of a page, a component, a plug-in or an integration into a fault with its place; undefined if it
 * doesn't come from a file of the project, or only from the folders in which there is no code but ours.
 *
 * @param error what `build()` threw
 * @param root the project
 */
export function projectFault(error: unknown, root = process.cwd()): Fault | undefined {
  const thrown = asThrown(error);
  const place = placeOf(thrown, root);
  if (place === undefined)
    return (
      configFault(thrown.error, root) ??
      (thrown.cause === undefined ? undefined : projectFault(thrown.cause, root))
    );
  const { file, line, inner } = place;
  return {
    file,
    line: line ?? entryLine(file, thrown.message) ?? 1,
    code: 'page-render',
    message: asSentence(`${unexpected(file, root)}: ${reason(thrown.message, root)}`),
    hint: inner === undefined || inner.file === file ? undefined : pointTo(inner, root),
  };
}

/** Where the cause of something is, if it is in another file. */
export function pointTo({ file, line }: Place, root = process.cwd()): string {
  return `See ${relative(root, file)}${line === undefined ? '' : `:${line}`}.`;
}

function unexpected(file: string, root: string): string {
  const isPage = relative(root, file).startsWith(join('src', 'pages', sep));
  return isPage ? 'Unexpected error in a page, expected it to render' : 'Unexpected error, expected none';
}

/** The place that an error names, and that in its stack where it was thrown. */
function placeOf(
  { files, line, message, stack }: Thrown,
  root: string,
): (Place & { inner?: Place }) | undefined {
  const named = [...files, ...(message.match(PATH) ?? [])];
  const file = named.map((path) => projectFile(path, root)).find(Boolean);
  if (line !== undefined && file !== undefined) return { file, line };
  const inner = placeInStack(stack, root);
  if (file === undefined || inner === undefined)
    return file === undefined ? inner : { file, line: undefined };
  const within = stackPlaces(stack).find((place) => place.file === file);
  // Astro names a page also for an error in a layout or in the middleware, which the page doesn't call.
  return within === undefined ? inner : { file, line: within.line, inner };
}

/** The line of an entry of a collection: `authors → ann data does not match collection schema`. */
function entryLine(file: string, message: string): number | undefined {
  const id = /^\**\S+ → ([^\s*]+)\** data does not match/.exec(message)?.[1];
  if (id === undefined) return undefined;
  const isNamed = new RegExp(`(?:^|["'\\s,])${RegExp.escape(id)}(?:["',:]|\\s*$)`);
  const at = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => isNamed.test(line));
  return at < 0 ? undefined : at + 1;
}

/** `/srv/notes/astro.config.mjs` */
const PATH = /(?<![\w.])(?:\/|[A-Z]:\\)[^\s:'"`]+\.\w+/g;

/** Where the innermost code of the project is that is not ours alone. */
export function placeInStack(stack: string, root = process.cwd()): Place | undefined {
  return stackPlaces(stack).find(
    ({ file }) =>
      projectFile(file, root) !== undefined && !OURS.test(relative(root, file).replaceAll(sep, '/')),
  );
}

/** Nobody adds code of their own here. */
const OURS =
  /^src\/(?:articles|authoring|build|checks|cli|commands|content|i18n|import|integrations|markdown|outputs|run|search)\//;

function projectFile(path: string, root: string): string | undefined {
  const file = path.startsWith('file:') ? fileURLToPath(path) : resolve(root, path.replace(/\?.*$/, ''));
  const within = relative(root, file);
  if (path === '' || within.startsWith('..') || isAbsolute(within)) return undefined;
  return /(?:^|[/\\])(?:node_modules|\.[^/\\]+)[/\\]/.test(within) || !existsSync(file) ? undefined : file;
}

/** The message in one line, without the place, which is already known. */
function reason(message: string, root: string): string {
  return (
    reasonOf(message, 2)
      .replaceAll('**', '')
      .replaceAll(`${root}${sep}`, '')
      .replace(/^\S+\.\w+: /, '')
      .replace(/ \(\d+:\d+\)/, '')
      // Astro repeats the name of a key.
      .replace(/\b(\S+: )\1/, '$1')
  );
}
