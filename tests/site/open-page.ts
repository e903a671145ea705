import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { inject } from 'vitest';
import type { SiteName } from './build-sites.ts';

const opened = new Map<string, CheerioAPI>();

/** A built page to query with selectors: `openPage('small', '/tags/')`. It is parsed once, so don't change it. */
export function openPage(site: SiteName, path: string): CheerioAPI {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const known = opened.get(`${site}${file}`);
  if (known !== undefined) return known;
  const page = load(readBuilt(site, file));
  opened.set(`${site}${file}`, page);
  return page;
}

/** The text of a built file. */
export function readBuilt(site: SiteName, path: string): string {
  return readFileSync(join(inject('sites')[site], path), 'utf8');
}

/** Whether a site has such a file. */
export function isBuilt(site: SiteName, path: string): boolean {
  return existsSync(join(inject('sites')[site], path));
}

/** The text of an element, with whitespace collapsed. */
export function textOf(page: CheerioAPI, selector: string): string {
  return page(selector).text().replace(/\s+/g, ' ').trim();
}

/** The same for each element that the selector finds. */
export function textsOf(page: CheerioAPI, selector: string): string[] {
  return page(selector)
    .toArray()
    .map((element) => page(element).text().replace(/\s+/g, ' ').trim());
}
