import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where something is in a module. */
interface StackPlace {
  /** Absolute path. */
  file: string;
  /** Undefined if it is not known. */
  line: number | undefined;
}

/** The places in the stack of an error, innermost first. For bundled code, Node has looked them up in its source maps. */
export function stackPlaces(stack: string): StackPlace[] {
  return [...stack.matchAll(FRAME)].map(({ groups }) => {
    const { url, line } = groups as { url: string; line: string };
    const isAddress = url.startsWith('file:');
    return isAddress
      ? { file: fileURLToPath(url), line: Number(line) }
      : { file: url, line: lineIn(url, Number(line)) };
  });
}

/** The modules in the stack of an error, innermost first, as absolute paths. */
export function stackModules(stack: string): string[] {
  return stackPlaces(stack).map(({ file }) => file);
}

/** `at f (file:///a/b.mjs:3:14)`, `at file:///a/b.mjs:3:14` */
const FRAME = /(?<url>(?:file:\/\/)?\/[^\s():]+):(?<line>\d+):\d+/g;

/** Vite runs some modules with lines of its own, which are past the end; compiled texts have no source maps. */
function lineIn(file: string, line: number): number | undefined {
  if (file.endsWith('.mdx') || !existsSync(file)) return undefined;
  return readFileSync(file, 'utf8').split('\n').length < line ? undefined : line;
}
