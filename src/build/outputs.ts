import { copyFileSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of a built site: the digest of what it was made of, and its size and time of change when it was left there. */
export type Made = [digest: string, size: number, modified: number];

/** The files of a built site that need not be made again while what they are made of stays the same, by path. */
export type Ledger = Map<string, Made>;

/** A site that was built, and what is known of its files. */
export interface BuiltSite {
  folder: string;
  ledger: Ledger;
}

/** What becomes of the last build's files: one stays where it would be made of the same and lies there as it was left. */
export class Outputs {
  readonly #last: BuiltSite;
  readonly #staging: string;
  /** Files of the last build by what they were made of, for one may have another name now. */
  readonly #byDigest: ReadonlyMap<string, string>;
  /** The digest of every file that was asked for, by path. */
  readonly digests = new Map<string, string>();

  /** @param staging where files are put until all are made */
  constructor(last: BuiltSite, staging: string) {
    this.#last = last;
    this.#staging = staging;
    this.#byDigest = new Map([...last.ledger].map(([path, [digest]]) => [digest, path]));
  }

  /** True where the last build's file can stay, or has been put among the new ones under its new name. */
  has(path: string, digest: string): boolean {
    this.digests.set(path, digest);
    const last = this.#last.ledger.get(path)?.[0] === digest ? path : this.#byDigest.get(digest);
    if (last === undefined || !this.#isAsLeft(last)) return false;
    if (last !== path) linkOrCopy(join(this.#last.folder, last), join(this.#staging, path));
    return true;
  }

  /** True where all files of a folder of the last build can stay, because they were made of the same. */
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

/** The ledger of a site that has just been built. */
export function ledgerOf(folder: string, digests: ReadonlyMap<string, string>): Ledger {
  const ledger: Ledger = new Map();
  for (const [path, digest] of digests) {
    // What lies in `public/` under the same name has gone before.
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found !== undefined) ledger.set(path, [digest, found.size, found.mtimeMs]);
  }
  return ledger;
}

/** True where every file of a built site is there as it was left. */
export function isWhole({ folder, ledger }: BuiltSite): boolean {
  return [...ledger].every(([path, [, size, modified]]) => isAsLeft(join(folder, path), size, modified));
}

function isAsLeft(file: string, size: number, modified: number): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === size && found.mtimeMs === modified;
}

/** Some file systems know no second name of a file. */
function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
