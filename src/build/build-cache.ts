import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, digestOfFile, shortDigest } from '../content/digest.ts';
import type { GoodContent } from '../content/read-content.ts';
import { readCache, writeCache } from '../content/cache-file.ts';
import type { BuiltSite, Ledger } from './outputs.ts';

/** Where caches are kept; each content folder has its own, so that they never mix. */
export function cacheFolder(folder: string): string {
  return join('node_modules', '.cache', 'opsnotes', shortDigest(folder, 12));
}

/** What is cached of a built site. */
interface KeptSite {
  /** Covers everything it shows: `siteDigest`. */
  digest: string;
  ledger: Ledger;
}

/**
 * What a build leaves for the next one: the parsed content, and the ledger of the files in `dist`. A cache from another version
 * of the software is ignored, and so is a damaged one; everything is then built anew.
 */
export class BuildCache {
  readonly #folder: string;
  readonly #out: string;
  readonly #software: string;
  readonly #contentFile: string;
  readonly #siteFile: string;

  /**
   * @param folder the content folder, absolute
   * @param out the output folder, absolute
   * @param software from `softwareDigest`
   */
  constructor(folder: string, out: string, software: string) {
    this.#folder = folder;
    this.#out = out;
    this.#software = software;
    const own = cacheFolder(folder);
    this.#contentFile = join(own, 'content');
    this.#siteFile = join(own, `site-${shortDigest(out, 12)}`);
  }

  /** Whether a site of this content has been built there before. */
  hasBuilt(): boolean {
    return existsSync(this.#siteFile);
  }

  /** Deletes the cache. */
  clear(): void {
    for (const file of [this.#contentFile, this.#siteFile]) rmSync(file, { force: true });
  }

  /** The content as of the last build. */
  content(): GoodContent | undefined {
    return readCache(this.#contentFile, this.#software) as GoodContent | undefined;
  }

  /** Stores what was made from the texts; the texts themselves are read every time. */
  keepContent(content: GoodContent): void {
    const withoutTexts = Object.entries(content).map(([part, entries]: [string, object[]]) => [
      part,
      entries.map((entry) => ({ ...entry, source: '' })),
    ]);
    writeCache(this.#contentFile, this.#software, Object.fromEntries(withoutTexts));
  }

  /** The site of the last build, or as much of it as this content allows to reuse. */
  lastBuild(content: GoodContent): BuiltSite & { digest?: string } {
    const kept = readCache(this.#siteFile, this.#version(content)) as KeptSite | undefined;
    return { folder: this.#out, ledger: new Map(), ...kept };
  }

  keepBuild(content: GoodContent, digest: string, ledger: Ledger): void {
    writeCache(this.#siteFile, this.#version(content), { digest, ledger } satisfies KeptSite);
  }

  /** Things that every page shows: the site's settings, and the header's link to an about page if there is one. */
  #version({ pages }: GoodContent): string {
    const file = join(this.#folder, 'site.yaml');
    const settings = existsSync(file) ? digestOfFile(file) : '';
    return digestOf([this.#software, this.#folder, settings, pages.map(({ slug }) => slug)]);
  }
}
