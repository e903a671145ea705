import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where something is in a module. */
interface StackPlace {
  /** Absolute path. */
  file: string;
  /** Undefined if it is not known. */
  line: number | undefined;
}

/**
 * The places in the stack of an error, innermost first. A build bundles modules into chunks, in which the bundler writes a comment
 * with the path of each before its code.
 */
export function stackPlaces(stack: string, root = process.cwd()): StackPlace[] {
  return [...stack.matchAll(FRAME)].flatMap(({ groups }) => {
    const { url, line, column } = groups!;
    const file = url!.startsWith('file:') ? fileURLToPath(url!) : url!;
    if (!url!.startsWith('file:')) return [{ file, line: lineIn(file, Number(line)) }];
    if (!file.includes('/.prerender/')) return [{ file, line: Number(line) }];
    if (!existsSync(file)) return [];
    return placeInChunk(readFileSync(file, 'utf8').split('\n'), Number(line), Number(column), root);
  });
}

/** The modules in the stack of an error, innermost first, as absolute paths. */
export function stackModules(stack: string, root?: string): string[] {
  return stackPlaces(stack, root).map(({ file }) => file);
}

/** `at f (file:///a/b.mjs:3:14)`, `at file:///a/b.mjs:3:14` */
const FRAME = /(?<url>(?:file:\/\/)?\/[^\s():]+):(?<line>\d+):(?<column>\d+)/g;

/** Vite runs some modules with lines of its own, which are past the end. */
function lineIn(file: string, line: number): number | undefined {
  return existsSync(file) && readFileSync(file, 'utf8').split('\n').length < line ? undefined : line;
}

function placeInChunk(chunk: readonly string[], line: number, column: number, root: string): StackPlace[] {
  const comment = chunk.slice(0, line).findLast((text) => MODULE.test(text));
  if (comment === undefined) return [];
  const file = resolve(root, MODULE.exec(comment)![1]!);
  return [{ file, line: lineLike(chunk[line - 1] ?? '', column, file) }];
}

/**
 * The line of a module that a line of its bundled code comes from: the only one with the same words, or else with those at a column,
 * or from there on, because a bundler also puts values in the place of names.
 */
function lineLike(bundled: string, column: number, file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n').map(asWords);
  const whole = asWords(bundled);
  const [before, after] = [bundled.slice(0, column - 1), bundled.slice(column - 1)];
  const parts = [
    /[^\s`{},;]*$/.exec(before)![0] + /^[^\s`{},;]*/.exec(after)![0],
    /\.?$/.exec(before)![0] + /^\w*/.exec(after)![0],
  ].map(asWords);
  const searches = [
    (line: string) => whole !== '' && line === whole,
    ...parts.map((part) => (line: string) => part.length > 2 && line.includes(part)),
  ];
  return searches.map((isMeant) => onlyLine(lines, isMeant)).find((line) => line !== undefined);
}

function onlyLine(lines: readonly string[], isMeant: (line: string) => boolean): number | undefined {
  const at = lines.findIndex(isMeant);
  return at >= 0 && at === lines.findLastIndex(isMeant) ? at + 1 : undefined;
}

/** A line of code without spaces, kinds of quotes, TypeScript's `!` and what else a bundler changes. */
function asWords(line: string): string {
  return line.replace(/['`]/g, '"').replace(/[\s;]|!(?=[.[)])/g, '');
}

/** `// content/articles/a.js`, `//#region content/articles/a.js` */
const MODULE = /^\/\/(?:#region)? ?(\S+\.\w+)$/;
