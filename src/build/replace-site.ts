import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isCopyOf } from './compress.ts';
import { filesIn } from '../content/files-in.ts';

/**
 * Puts new files into a site and takes out what it has no more. Each file is replaced as a whole and at once. New files
 * come first, and pages after what they load; old ones go last: whoever reads in between finds all that a page asks for.
 * It takes milliseconds, and a build that is killed within them leaves whole files, which the next one puts right.
 *
 * Not by renaming the whole folder: for that each file that stays would have to be linked and unlinked, which took half of
 * the time of a build after a change, and web servers that have the folder open would go on to serve the old one.
 *
 * @param staging the new files; it is of no use afterwards
 * @param stays paths of files that are left as they are
 * @returns the paths of files that are other ones than before
 */
export function replaceSite(site: string, staging: string, stays: ReadonlySet<string>): string[] {
  const fresh = filesIn(staging);
  if (!existsSync(site)) {
    // A folder made by `mkdtemp` is its owner's alone; a site is for any web server to read.
    chmodSync(staging, 0o755);
    renameSync(staging, site);
    return fresh;
  }
  const written = fresh.toSorted(pagesLast).filter((path) => put(join(staging, path), join(site, path)));
  // A compressed copy stays with its file; that it is of the file before, its time tells.
  const kept = new Set([...fresh, ...stays]);
  const folders = new Set<string>();
  for (const path of filesIn(site)) {
    // Some publish a site from a repository of its own.
    if (kept.has(path) || path.startsWith('.git/') || isCopyOf(path, kept)) continue;
    rmSync(join(site, path));
    folders.add(dirname(path));
  }
  for (const folder of folders) removeEmpty(site, folder);
  return written;
}

/** Pages after what they load, and of that what lies deepest first: the search's directory after its files. */
function pagesLast(a: string, b: string): number {
  const isPage = (path: string): number => Number(path.endsWith('.html'));
  const depth = (path: string): number => path.split('/').length;
  return isPage(a) - isPage(b) || depth(b) - depth(a);
}

/** A file that is there already stays, with its time, for servers and browsers that ask whether it has changed: false. */
function put(from: string, to: string): boolean {
  const there = statSync(to, { throwIfNoEntry: false });
  if (
    there?.isFile() === true &&
    there.size === statSync(from).size &&
    readFileSync(to).equals(readFileSync(from))
  )
    return false;
  if (there?.isDirectory() === true) rmSync(to, { recursive: true });
  makeFolder(dirname(to));
  renameSync(from, to);
  return true;
}

/** Where a file was there may be a folder now. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    let blocking = folder;
    while (!existsSync(blocking)) blocking = dirname(blocking);
    rmSync(blocking);
    mkdirSync(folder, { recursive: true });
  }
}

function removeEmpty(site: string, folder: string): void {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    try {
      rmdirSync(join(site, path));
    } catch {
      return;
    }
  }
}
