import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, digestOfFile } from '../content/digest.ts';
import type { GoodContent } from '../content/read-content.ts';
import { readCache, writeCache } from './cache-file.ts';
import type { BuiltSite, Ledger } from './outputs.ts';

/** Where everything is kept that is only there to save time: of each content folder by itself, so that they don't mix. */
export function cacheFolder(folder: string): string {
  return join('node_modules', '.cache', 'opsnotes', shortDigest(folder));
}

/** What is kept of a built site. */
interface KeptSite {
  /** Of everything that it shows: `siteDigest`. */
  digest: string;
  ledger: Ledger;
}

/**
 * What a build leaves for the next one: the content as it was parsed, the ledger of what lies in `dist`. It is worthless to
 * other software, and so is a damaged file; then all is made anew.
 */
export class BuildCache {
  readonly #folder: string;
  readonly #out: string;
  readonly #software: string;
  readonly #contentFile: string;
  readonly #siteFile: string;

  /**
   * @param folder the content folder, absolute
   * @param out where its site lies, absolute
   * @param software of `softwareDigest`
   */
  constructor(folder: string, out: string, software: string) {
    this.#folder = folder;
    this.#out = out;
    this.#software = software;
    const own = cacheFolder(folder);
    this.#contentFile = join(own, 'content');
    this.#siteFile = join(own, `site-${shortDigest(out)}`);
  }

  /** Whether a site of this content was built there before. */
  hasBuilt(): boolean {
    return existsSync(this.#siteFile);
  }

  /** Forgets everything. */
  clear(): void {
    for (const file of [this.#contentFile, this.#siteFile]) rmSync(file, { force: true });
  }

  /** The content as the last build had it. */
  content(): GoodContent | undefined {
    return readCache(this.#contentFile, this.#software) as GoodContent | undefined;
  }

  /** Keeps what was made of the texts; they themselves are read anyway. */
  keepContent(content: GoodContent): void {
    const withoutTexts = <T extends object>(entries: T[]): T[] =>
      entries.map((entry) => ({ ...entry, source: '' }));
    const { articles, pages, tags, sources, comments, verifications } = content;
    writeCache(this.#contentFile, this.#software, {
      articles: withoutTexts(articles),
      pages: withoutTexts(pages),
      tags: withoutTexts(tags),
      sources: withoutTexts(sources),
      comments: withoutTexts(comments),
      verifications: withoutTexts(verifications),
    } satisfies GoodContent);
  }

  /** The site of the last build, as far as it can be used for this content. */
  lastBuild(content: GoodContent): BuiltSite & { digest?: string } {
    const kept = readCache(this.#siteFile, this.#version(content)) as KeptSite | undefined;
    return { folder: this.#out, ledger: new Map(), ...kept };
  }

  keepBuild(content: GoodContent, digest: string, ledger: Ledger): void {
    writeCache(this.#siteFile, this.#version(content), { digest, ledger } satisfies KeptSite);
  }

  /** What every page shows: the site's settings, and in its header whether there is a page about it. */
  #version({ pages }: GoodContent): string {
    const settings = digestIfThere(join(this.#folder, 'site.yaml'));
    return digestOf([this.#software, this.#folder, settings, pages.map(({ slug }) => slug)]);
  }
}

function digestIfThere(file: string): string {
  return existsSync(file) ? digestOfFile(file) : '';
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
