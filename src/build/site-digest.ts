import { statSync } from 'node:fs';
import { join } from 'node:path';
import { editAddress } from '../articles/edit-address.ts';
import type { SiteContent } from '../articles/shaped-content.ts';
import { commitDays } from '../content/commit-days.ts';
import { digestOf } from '../content/digest.ts';
import { filesIn } from '../content/files-in.ts';
import { isComputed } from '../content/outline/computed.ts';

/** Digests everything that a site shows, apart from its settings: the same digest means the same site. */
export function siteDigest({ articles, pages, sources }: SiteContent, folder: string): string {
  const computes = [...articles, ...pages].some(({ outline }) => isComputed(outline));
  return digestOf([
    articles,
    pages,
    sources,
    // A file may have moved without any other change.
    articles.map(({ file }) => editAddress(file)),
    [...commitDays(folder)],
    computes ? filesOf(folder) : [],
  ]);
}

/** Everything a text may import from the content folder; the software has a digest of its own. */
function filesOf(folder: string): [path: string, size: number, modified: number][] {
  return filesIn(folder).map((path) => {
    const { size, mtimeMs } = statSync(join(folder, path));
    return [path, size, mtimeMs];
  });
}
