import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The modules in the stack of an error, innermost first, as absolute paths. A build bundles modules into chunks, in which the
 * bundler writes a comment with the path of each before its code.
 */
export function stackModules(stack: string, root = process.cwd()): string[] {
  return [...stack.matchAll(FRAME)].flatMap(({ groups }) => {
    const { url, line } = groups!;
    const file = url!.startsWith('file:') ? fileURLToPath(url!) : url!;
    if (!file.includes('/.prerender/')) return [file];
    const module = existsSync(file) ? moduleAt(readFileSync(file, 'utf8'), Number(line)) : undefined;
    return module === undefined ? [] : [resolve(root, module)];
  });
}

/** `at f (file:///a/b.mjs:3:14)`, `at file:///a/b.mjs:3:14` */
const FRAME = /(?<url>(?:file:\/\/)?\/[^\s():]+):(?<line>\d+):\d+/g;

function moduleAt(chunk: string, line: number): string | undefined {
  const before = chunk.split('\n').slice(0, line);
  const comment = before.findLast((text) => MODULE.test(text));
  return comment === undefined ? undefined : MODULE.exec(comment)![1];
}

/** `// content/articles/a.js`, `//#region content/articles/a.js` */
const MODULE = /^\/\/(?:#region)? ?(\S+\.\w+)$/;
