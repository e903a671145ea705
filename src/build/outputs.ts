import { copyFileSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of a built site: the digest of its inputs, and its size and modification time when the build ended. */
export type Made = [digest: string, size: number, modified: number];

/** The files of a built site by path; a file is kept as long as its inputs don't change. */
export type Ledger = Map<string, Made>;

/** A built site, and what is known of its files. */
export interface BuiltSite {
  folder: string;
  ledger: Ledger;
}

/** Decides which files of the last build to keep: those with the same inputs that nobody has touched since. */
export class Outputs {
  readonly #last: BuiltSite;
  readonly #staging: string;
  /** Paths of the last build by digest, because a file may have been renamed. */
  readonly #byDigest: ReadonlyMap<string, string>;
  /** The digest of every file asked for, by path. */
  readonly digests = new Map<string, string>();
  /** The size in bytes of files that are kept, or, if noted by whoever makes them, new. */
  readonly sizes = new Map<string, number>();

  /** @param staging where files are put until all of them are made */
  constructor(last: BuiltSite, staging: string) {
    this.#last = last;
    this.#staging = staging;
    this.#byDigest = new Map([...last.ledger].map(([path, [digest]]) => [digest, path]));
  }

  /** True if the last build's file can be kept, or has been copied to the new files under its new name. */
  has(path: string, digest: string): boolean {
    this.digests.set(path, digest);
    const last = this.#last.ledger.get(path)?.[0] === digest ? path : this.#byDigest.get(digest);
    if (last === undefined || !this.#isAsLeft(last)) return false;
    this.sizes.set(path, this.#last.ledger.get(last)![1]);
    if (last !== path) linkOrCopy(join(this.#last.folder, last), join(this.#staging, path));
    return true;
  }

  /** True if all files of a folder can be kept because they have the same inputs. */
  hasFolder(folder: string, digest: string): boolean {
    const paths = [...this.#last.ledger.keys()].filter((path) => path.startsWith(folder));
    const stays = paths.every((path) => this.#last.ledger.get(path)![0] === digest && this.#isAsLeft(path));
    if (paths.length === 0 || !stays) return false;
    for (const path of paths) this.digests.set(path, digest);
    return true;
  }

  #isAsLeft(path: string): boolean {
    const [, size, modified] = this.#last.ledger.get(path)!;
    return isAsLeft(join(this.#last.folder, path), size, modified);
  }
}

/**
 * The ledger of a site that has just been built.
 *
 * @param sizes of our files. A page or an integration of somebody's own may have put another file there, which takes precedence; it
 * may not be there next time, when ours must be made even if it hasn't changed.
 */
export function ledgerOf(
  folder: string,
  digests: ReadonlyMap<string, string>,
  sizes: ReadonlyMap<string, number>,
): Ledger {
  const ledger: Ledger = new Map();
  for (const [path, digest] of digests) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found === undefined) continue;
    const isOurs = (sizes.get(path) ?? found.size) === found.size;
    ledger.set(path, [isOurs ? digest : '', found.size, found.mtimeMs]);
  }
  return ledger;
}

/** True if every file of a built site is still there and untouched. */
export function isWhole({ folder, ledger }: BuiltSite): boolean {
  return [...ledger].every(([path, [, size, modified]]) => isAsLeft(join(folder, path), size, modified));
}

function isAsLeft(file: string, size: number, modified: number): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === size && found.mtimeMs === modified;
}

/** Some file systems have no hard links. */
function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
