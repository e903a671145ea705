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
    const { url, line } = groups!;
    const file = url!.startsWith('file:') ? fileURLToPath(url!) : url!;
    if (!file.includes('/.prerender/')) return [{ file, line: Number(line) }];
    return existsSync(file) ? placeInChunk(readFileSync(file, 'utf8').split('\n'), Number(line), root) : [];
  });
}

/** The modules in the stack of an error, innermost first, as absolute paths. */
export function stackModules(stack: string, root?: string): string[] {
  return stackPlaces(stack, root).map(({ file }) => file);
}

/** `at f (file:///a/b.mjs:3:14)`, `at file:///a/b.mjs:3:14` */
const FRAME = /(?<url>(?:file:\/\/)?\/[^\s():]+):(?<line>\d+):\d+/g;

function placeInChunk(chunk: readonly string[], line: number, root: string): StackPlace[] {
  const comment = chunk.slice(0, line).findLast((text) => MODULE.test(text));
  if (comment === undefined) return [];
  const file = resolve(root, MODULE.exec(comment)![1]!);
  return [{ file, line: lineLike(chunk[line - 1] ?? '', file) }];
}

/** The line of a module that a line of its bundled code comes from: the only one that has the same words. */
function lineLike(bundled: string, file: string): number | undefined {
  const wanted = asWords(bundled);
  if (wanted === '' || !existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n').map(asWords);
  const at = lines.indexOf(wanted);
  return at >= 0 && at === lines.lastIndexOf(wanted) ? at + 1 : undefined;
}

/** A line of code without spaces, kinds of quotes, and what else a bundler changes. */
function asWords(line: string): string {
  return line.replace(/['`]/g, '"').replace(/[\s;]/g, '');
}

/** `// content/articles/a.js`, `//#region content/articles/a.js` */
const MODULE = /^\/\/(?:#region)? ?(\S+\.\w+)$/;
