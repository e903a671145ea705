import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Fault } from './fault.ts';
import { stackPlaces } from './stack-modules.ts';

/** What Astro, Vite and compilers add to an error. */
interface BuildError {
  message?: unknown;
  stack?: unknown;
  id?: unknown;
  loc?: { file?: unknown; line?: unknown };
  errors?: BuildError[];
}

interface Place {
  file: string;
  line: number;
}

/**
 * Turns what Astro throws because of a page, a component, a plug-in or an integration into a fault with its place; undefined if it
 * doesn't come from a file of the project, or only from the folders in which there is no code but ours.
 *
 * @param error what `build()` threw
 * @param root the project
 */
export function projectFault(error: unknown, root = process.cwd()): Fault | undefined {
  const { errors, ...whole } = error as BuildError & Error;
  const thrown = errors?.[0] ?? { ...whole, ...own(error as Error) };
  const place = placeOf(thrown, root);
  if (place === undefined) return undefined;
  const message = `Unexpected error, expected none: ${reason(text(thrown.message), root)}`;
  return { ...place, code: 'page-render', message: /[.!?]$/.test(message) ? message : `${message}.` };
}

/** These two can't be enumerated. */
function own({ message, stack }: Error): BuildError {
  return { message, stack };
}

function placeOf({ loc, id, message, stack }: BuildError, root: string): Place | undefined {
  const line = typeof loc?.line === 'number' && loc.line > 0 ? loc.line : undefined;
  const inMessage = stripVTControlCharacters(text(message)).match(PATH) ?? [];
  const file = [loc?.file, id, ...inMessage].map((path) => projectFile(text(path), root)).find(Boolean);
  if (file !== undefined) return { file, line: line ?? 1 };
  const thrown = placeInStack(text(stack), root);
  return thrown && { file: thrown.file, line: thrown.line ?? 1 };
}

/** `/srv/notes/astro.config.mjs` */
const PATH = /(?<![\w.])(?:\/|[A-Z]:\\)[^\s:'"`]+\.\w+/g;

/** Where the innermost code of the project is that is not ours alone. */
export function placeInStack(
  stack: string,
  root = process.cwd(),
): { file: string; line: number | undefined } | undefined {
  return stackPlaces(stack, root).find(
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

/** The message in one line, without the place, which is already known, and without an excerpt of the code. */
function reason(message: string, root: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:at |>|\||\d+ ?[|│]|[╭╰│─])/.test(line));
  return lines
    .slice(0, 2)
    .join(' ')
    .replaceAll('**', '')
    .replace(/\[[A-Z_]+\] /, '')
    .replaceAll(`${root}${sep}`, '')
    .replace(/^\S+\.\w+: /, '')
    .replace(/ \(\d+:\d+\)/, '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
