import { NAMES, OLD_INDEX, RANKING, type OpenIndex, type PagefindModule } from '../plan/client.ts';

/** Why there is no index to ask. */
export type Failure = 'failed' | 'version' | 'missing';

/** What is thrown where the index does not open. */
export class IndexFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

/** An index of the site, and what it was made of. */
export interface SiteIndex extends OpenIndex {
  /** Pagefind's name for it: another one after each build of other articles. */
  hash: string;
  /** Whether the articles have changed since; only the dev server knows. */
  isOld: boolean;
}

/** What the bundle says of itself. */
interface Entry {
  version: string;
  languages: Record<string, { hash: string }>;
}

let attempts = 0;

/**
 * Opens the site's index by Pagefind's client, which works in a thread of its own.
 *
 * @param address the index's folder, with a slash at the end
 * @throws IndexFailure
 */
export async function openSite(address: string, version: string): Promise<SiteIndex> {
  const { entry, isOld } = await readEntry(address);
  if (entry.version !== version) throw new IndexFailure('version');
  const hash = Object.values(entry.languages)[0]?.hash ?? '';
  try {
    // What failed once browsers may remember as failed.
    const again = attempts++ === 0 ? '' : `&again=${attempts}`;
    const script = `${address}pagefind.js?v=${version}${again}`;
    const { createInstance } = (await import(/* @vite-ignore */ script)) as PagefindModule;
    const client = createInstance({ basePath: address, ranking: RANKING, metaCacheTag: hash });
    await client.init();
    let names: Promise<string[]> | undefined;
    return { client, hash, isOld, names: () => (names ??= readNames(`${address}${NAMES}?of=${hash}`)) };
  } catch (error) {
    throw new IndexFailure('failed', error);
  }
}

/** Whether the site has got another index since one was opened. */
export async function isReplaced({ hash }: SiteIndex, address: string): Promise<boolean> {
  const { entry } = await readEntry(address);
  return Object.values(entry.languages)[0]?.hash !== hash;
}

async function readEntry(address: string): Promise<{ entry: Entry; isOld: boolean }> {
  try {
    const response = await fetch(`${address}pagefind-entry.json`, { cache: 'no-cache' });
    if (response.status === 404) throw new IndexFailure('missing');
    return { entry: (await response.json()) as Entry, isOld: response.headers.has(OLD_INDEX) };
  } catch (error) {
    throw error instanceof IndexFailure ? error : new IndexFailure('failed', error);
  }
}

async function readNames(address: string): Promise<string[]> {
  const response = await fetch(address);
  if (!response.ok) throw new IndexFailure('failed');
  return (await response.text()).split('\n');
}
