import { existsSync, mkdirSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse, relative, sep } from 'node:path';

/** Lies in each folder that a build has made: whatever else is in it may be replaced. */
export const MARKER = '.opsnotes-site';

const MARKER_TEXT = 'Made by `npm run build`. What lies beside this file is replaced by the next build.\n';

/** Folders of the project that a site must neither be nor be in. */
const OWN = ['src', 'public', 'tests', 'docs', 'deploy', '.git'];

/** Within the packages only what is there for a while. */
const PACKAGES = join('node_modules', sep);
const CACHES = join('node_modules', '.cache', sep);

/**
 * Why a folder cannot take a site, in words; undefined where it can. A build takes away what it didn't make, so it works only
 * in a folder that is empty or that it made.
 *
 * @param out absolute, as are the content folder and the project
 * @param isKnown whether the cache knows of a site that was built there, before there was a marker
 */
export function outProblem(
  out: string,
  content: string,
  project: string,
  isKnown = false,
): string | undefined {
  const real = realPath(out);
  if (real === parse(real).root) return 'is the root of the disk';
  for (const folder of [project, content, process.env['HOME'] ?? project])
    if (isWithin(realPath(folder), real)) return `has \`${folder}\` in it`;
  for (const folder of [content, ...OWN.map((name) => join(project, name))])
    if (isWithin(real, realPath(folder))) return `lies in \`${folder}\``;
  const place = join(relative(realPath(project), real), sep);
  if (place.startsWith(PACKAGES) && (!place.startsWith(CACHES) || place === CACHES))
    return 'lies among the packages';
  if (!existsSync(real)) return undefined;
  if (!statSync(real).isDirectory()) return 'is a file';
  // Some publish a site from a repository of its own.
  const names = readdirSync(real).filter((name) => name !== '.git');
  return names.length === 0 || names.includes(MARKER) || isKnown
    ? undefined
    : `has files that no build has made, such as \`${names[0]!}\``;
}

/** Makes the folders above a site's. */
export function makeParents(out: string): void {
  mkdirSync(dirname(out), { recursive: true });
}

/** Puts the marker into a folder that is to become a site. */
export function mark(folder: string): void {
  writeFileSync(join(folder, MARKER), MARKER_TEXT);
}

/** Without symbolic links, as far as the path is there. */
function realPath(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(realPath(dirname(path)), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && parse(way).root === '');
}
