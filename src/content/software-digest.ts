import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { contentFolder } from './content-folder.ts';
import { digestOf, digestOfFile } from './digest.ts';
import { filesIn } from './files-in.ts';

/** No site depends on these; the lock file says which packages are in `node_modules`. */
const UNRELATED = /^(?:node_modules|content|dist|docs|shots|tests|\.(?!env)[^/]*|[^/]*\.(?:log|md))$/;

/** Files by which to tell content folders and built sites, which people may have several of. */
const CONTENT_OR_SITE = ['site.yaml', '.opsnotes-site'];

let known: string | undefined;

/** Digests our code, its settings and the versions of all its dependencies; computed once per process. */
export function softwareDigest(): string {
  return (known ??= digestOf([
    process.version,
    ...softwareFiles('.').map((file) => [file, digestOfFile(file)]),
  ]));
}

/**
 * The files of a project, apart from its content, that a site may depend on, sorted. Not only ours: plug-ins, components and data
 * are often next to `src/`, and `astro.config.mjs` and articles can import from anywhere.
 */
export function softwareFiles(root: string): string[] {
  const content = relative(resolve(root), contentFolder()).split(sep)[0];
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => name !== content && !UNRELATED.test(name))
    .map((entry) => ({ entry, path: join(root, entry.name) }))
    .filter(({ path }) => !CONTENT_OR_SITE.some((name) => existsSync(join(path, name))))
    .flatMap(({ entry, path }) => (entry.isFile() ? [path] : filesIn(path).map((file) => join(path, file))))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .sort();
}
