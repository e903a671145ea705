import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../articles/articles.ts';
import { DIGEST, ENTRY, OLD_INDEX } from '../plan/client.ts';
import { siteIndexInput } from './site-index.ts';

/** A file of the index as the dev server answers with it. */
export interface ServedFile {
  headers: Record<string, string>;
  bytes: Uint8Array;
}

/**
 * A file of the last build's index, for the dev server, which makes none. Its entry says whether the articles have changed.
 *
 * @param folder the index's, absolute
 * @param path below it
 * @param articles asked for with the entry only
 * @returns undefined where there is no such file
 */
export async function servedIndexFile(
  folder: string,
  path: string,
  articles: () => Promise<readonly Article[]>,
): Promise<ServedFile | undefined> {
  if (path.split('/').includes('..')) return undefined;
  try {
    const bytes = await readFile(join(folder, path));
    const isOld = path === ENTRY && (await digestOfBuilt(folder)) !== siteIndexInput(await articles()).digest;
    return {
      headers: {
        'content-type': typeOf(path),
        'cache-control': 'no-cache',
        ...(isOld ? { [OLD_INDEX]: '1' } : {}),
      },
      bytes,
    };
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'EISDIR'
    )
      return undefined;
    throw error;
  }
}

async function digestOfBuilt(folder: string): Promise<string> {
  return readFile(join(folder, DIGEST), 'utf8');
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
