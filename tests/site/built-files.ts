import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inject } from 'vitest';
import type { SiteName } from './build-sites.ts';
import { openPage } from './open-page.ts';

/** The files of a folder and of those in it, as paths from it, sorted: `/tags/xen/index.html`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`)
    .sort();
}

/** The pages of a site at the addresses under which a server shows them: `/tags/xen/`, `/404.html`. */
export function builtPages(site: SiteName): string[] {
  return filesBelow(inject('sites')[site])
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\/index\.html$/, '/'));
}

/** The pages that people read: all but those which only lead on to a new address. */
export function readablePages(site: SiteName): string[] {
  return builtPages(site).filter((path) => openPage(site, path)('meta[http-equiv=refresh]').length === 0);
}
