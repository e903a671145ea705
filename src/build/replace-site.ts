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

/** What has changed in a site: paths of files. */
export interface Replaced {
  /** All files that were in `staging`, and those of them that are new or different. */
  fresh: string[];
  written: string[];
  removed: string[];
}

/**
 * Moves new files into a site and deletes those that are no longer part of it. Each file is replaced atomically. New files come
 * first, pages after the files that they load, and old files are deleted last, so readers always get everything that a page asks
 * for. This takes milliseconds; a build that is killed during it leaves only whole files, and the next build puts them right.
 *
 * Renaming the whole folder instead would mean linking and unlinking every file that is kept, which took half the time of a build
 * after a change, and web servers that have the folder open would go on serving the old one.
 *
 * @param staging the new files; it can't be used afterwards
 * @param stays paths of files to keep
 */
export function replaceSite(site: string, staging: string, stays: ReadonlySet<string>): Replaced {
  const fresh = filesIn(staging);
  if (!existsSync(site)) {
    // `mkdtemp` makes a folder that only its owner can read, but any web server must be able to read a site.
    chmodSync(staging, 0o755);
    renameSync(staging, site);
    return { fresh, written: fresh, removed: [] };
  }
  const written = fresh.toSorted(pagesLast).filter((path) => put(join(staging, path), join(site, path)));
  // A compressed copy is kept with its file; if that file is new, the copy's time shows that it is out of date.
  const kept = new Set([...fresh, ...stays]);
  const removed = filesIn(site).filter((path) => !kept.has(path) && isOurs(path) && !isCopyOf(path, kept));
  // Another build at the same time may have deleted it.
  for (const path of removed) rmSync(join(site, path), { force: true });
  for (const folder of new Set(removed.map(dirname))) removeEmpty(site, folder);
  return { fresh, written, removed };
}

/** Some people publish from a Git repository in the output folder. */
function isOurs(path: string): boolean {
  return !path.startsWith('.git/');
}

/**
 * Pages come after what they load, and among the rest deeper files come first: the search's entry file after the files that it
 * lists.
 */
function pagesLast(a: string, b: string): number {
  const isPage = (path: string): number => Number(path.endsWith('.html'));
  const depth = (path: string): number => path.split('/').length;
  return isPage(a) - isPage(b) || depth(b) - depth(a);
}

/**
 * A file with the same content is kept along with its modification time, which servers and browsers use for caching; then the
 * result is false.
 */
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

/** What used to be a file may now be a folder. */
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
