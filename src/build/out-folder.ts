import { existsSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse, relative, sep } from 'node:path';

/** Marks a folder made by a build, whose contents may be replaced. */
export const MARKER = '.opsnotes-site';

const MARKER_TEXT = 'Made by `npm run build`. The next build replaces everything next to this file.\n';

/** Project folders that must not be, or contain, the output folder. */
const OWN = ['src', 'public', 'tests', 'docs', 'deploy', '.git'];

/** Inside `node_modules`, only temporary folders are allowed. */
const PACKAGES = join('node_modules', sep);
const CACHES = join('node_modules', '.cache', sep);

/**
 * Why a folder can't be the output folder, in words; undefined if it can. A build deletes what it didn't make, so the folder must
 * be empty or come from an earlier build.
 *
 * @param out absolute, like the content folder and the project
 * @param isKnown whether the cache has a site built there, from before there was a marker
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
    if (isWithin(realPath(folder), real)) return `contains \`${folder}\``;
  for (const folder of [content, ...OWN.map((name) => join(project, name))])
    if (isWithin(real, realPath(folder))) return `is inside \`${folder}\``;
  const place = join(relative(realPath(project), real), sep);
  if (place.startsWith(PACKAGES) && (!place.startsWith(CACHES) || place === CACHES))
    return 'is in node_modules';
  if (!existsSync(real)) return undefined;
  if (!statSync(real).isDirectory()) return 'is a file';
  // Some people publish from a Git repository in the output folder.
  const names = readdirSync(real).filter((name) => name !== '.git');
  return names.length === 0 || names.includes(MARKER) || isKnown
    ? undefined
    : `has files that were not made by a build, such as \`${names[0]!}\``;
}

/** Puts the marker into a folder that will become a site. */
export function mark(folder: string): void {
  writeFileSync(join(folder, MARKER), MARKER_TEXT);
}

/** Resolves symbolic links, as far as the path exists. */
function realPath(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(realPath(dirname(path)), basename(path));
}

/** Whether a path is a folder or below it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && parse(way).root === '');
}
