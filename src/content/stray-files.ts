import { existsSync, readdirSync, type Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from './fault.ts';
import { filesIn } from './files-in.ts';
import { didYouMean } from './nearest.ts';

/** The parts of a content folder: the paths that each allows, and how to describe them. */
export const PARTS = {
  tags: { path: /^[^/]+\.yaml$/, wanted: '`tags/<slug>.yaml`' },
  sources: { path: /^[^/]+\.yaml$/, wanted: '`sources/<slug>.yaml`' },
  pages: { path: /^(?!index\.)[^/]+\.mdx$/, wanted: '`pages/<slug>.mdx`' },
  articles: {
    path: /^(?:(?!index\.)[^/]+\.mdx|[^/]+\/index\.mdx)$/,
    wanted: '`articles/<slug>.mdx` or `articles/<slug>/index.mdx`',
  },
  comments: { path: /^[^/]+\/[^/]+\.yaml$/, wanted: '`comments/<article slug>/<name>.yaml`' },
};

export type Part = keyof typeof PARTS;

/** A file that nothing reads is a mistake, except next to articles and pages, where pictures and data belong. */
export function isStray(part: Part, path: string): boolean {
  if (PARTS[part].path.test(path)) return false;
  return (part !== 'articles' && part !== 'pages') || /\.(?:mdx?|markdown)$/i.test(path);
}

/** The fault for a file in a place where its kind is never read. */
export function strayFile(folder: string, part: Part, path: string): Fault {
  const message = `Unexpected file \`${part}/${path}\`, expected ${PARTS[part].wanted}.`;
  const hint = hintFor(path);
  return { file: join(folder, part, path), line: 1, code: 'unexpected-file', message, ...(hint && { hint }) };
}

/** Where a text belongs that is no article or page of its own. */
function hintFor(path: string): string | undefined {
  if (!path.endsWith('.mdx')) return undefined;
  return `If other texts import it, put it outside of the content folder, such as \`src/parts/${basename(path)}\`.`;
}

/** A file, or the first text in a folder. */
function textIn(folder: string, entry: Dirent): string {
  if (entry.isFile()) return entry.name;
  return filesIn(join(folder, entry.name)).find((path) => path.endsWith('.mdx')) ?? entry.name;
}

/** Files that may be meant for one of the parts; others are the author's own, such as `deploy/nginx.conf`. */
const TEXT = /\.(?:mdx|ya?ml)$/i;

/** Files allowed in a content folder outside its parts. */
const ROOT_FILES = ['site.yaml'];

/** Finds texts in the content folder itself, and in folders that are none of its parts: they are never read. */
export function rootFaults(folder: string): Fault[] {
  if (!existsSync(folder)) return [];
  const names = Object.keys(PARTS);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry;
    const isKnown = entry.isFile()
      ? ROOT_FILES.includes(name) || !TEXT.test(name)
      : names.includes(name) || !filesIn(join(folder, name)).some((path) => TEXT.test(path));
    if (isKnown || name.startsWith('.')) return [];
    const wanted = [...names.map((part) => `\`${part}/\``), ...ROOT_FILES.map((file) => `\`${file}\``)].join(
      ', ',
    );
    const message = `Unexpected \`${name}\` in the content folder, expected one of ${wanted}.`;
    const hint = didYouMean(name, [...names, ...ROOT_FILES]) ?? hintFor(textIn(folder, entry));
    return [{ file: join(folder, name), line: 1, code: 'unexpected-file', message, hint }];
  });
}
