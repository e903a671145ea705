import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inject } from 'vitest';
import type { SiteName } from './build-sites.ts';
import { openPage } from './open-page.ts';

/** All files in a folder and its subfolders, sorted, as paths from that folder: `/tags/xen/index.html`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`)
    .sort();
}

/** The pages of a site, by the address at which a server shows them: `/tags/xen/`, `/404.html`. */
export function builtPages(site: SiteName): string[] {
  return filesBelow(inject('sites')[site])
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\/index\.html$/, '/'));
}

/** The pages that people read: all except redirects. */
export function readablePages(site: SiteName): string[] {
  return builtPages(site).filter((path) => openPage(site, path)('meta[http-equiv=refresh]').length === 0);
}

/** Whether a page lists what has one tag, kind or program: `/tags/xen/`. */
export function isList(path: string): boolean {
  return /^\/(?:commands|kinds|tags)\/[^/]/.test(path);
}
