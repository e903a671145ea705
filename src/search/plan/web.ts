import {
  ENTRY,
  linesOf,
  NOTHING,
  OLD_INDEX,
  openIndex,
  RANKING,
  type Entry,
  type OpenIndex,
  type PagefindClient,
  type PagefindModule,
} from './client.ts';
import { watched } from './watched.ts';

/** Why there is no index. */
export type Failure = 'failed' | 'version' | 'missing';

/** Thrown if the index doesn't open. */
export class IndexFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

/** The site's index, and whether it is out of date. */
export interface SiteIndex extends OpenIndex {
  /** Whether the articles have changed since; only the dev server knows. */
  isOld: boolean;
}

let attempts = 0;

/**
 * Opens the site's index with Pagefind's client.
 *
 * @param address the index's folder, with a trailing slash
 * @throws IndexFailure
 */
export async function openSite(address: string, version: string): Promise<SiteIndex> {
  const { entry, isOld } = await readEntry(address);
  if (entry.version !== version) throw new IndexFailure('version');
  const hash = Object.values(entry.languages)[0]?.hash;
  try {
    // Browsers may cache a failed import, so every retry gets a new URL.
    const again = attempts++ === 0 ? '' : `&again=${attempts}`;
    const script = `${address}pagefind.js?v=${version}${again}`;
    const lines = (name: string): Promise<string[]> => readLines(`${address}${name}?of=${hash ?? ''}`);
    const client = hash === undefined ? NOTHING : openClient(script, address, hash);
    return { ...(await openIndex(client, lines)), isOld };
  } catch (error) {
    throw new IndexFailure('failed', error);
  }
}

async function openClient(script: string, basePath: string, metaCacheTag: string): Promise<PagefindClient> {
  const { createInstance } = (await import(/* @vite-ignore */ script)) as PagefindModule;
  // A worker of Pagefind's couldn't tell us which file it failed to load.
  const client = createInstance({ basePath, ranking: RANKING, metaCacheTag, noWorker: true });
  await client.init();
  return watched(client);
}

async function readEntry(address: string): Promise<{ entry: Entry; isOld: boolean }> {
  try {
    const response = await fetch(address + ENTRY, { cache: 'no-cache' });
    if (response.status === 404) throw new IndexFailure('missing');
    return { entry: (await response.json()) as Entry, isOld: response.headers.has(OLD_INDEX) };
  } catch (error) {
    throw error instanceof IndexFailure ? error : new IndexFailure('failed', error);
  }
}

async function readLines(address: string): Promise<string[]> {
  const response = await fetch(address);
  if (!response.ok) throw new IndexFailure('failed');
  return linesOf(await response.text());
}
