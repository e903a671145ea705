import type { CheerioAPI } from 'cheerio';
import { BASES, type SiteName } from './build-sites.ts';
import { isBuilt, openPage } from './open-page.ts';

/** Where the tests pretend that a site is served. */
export const HERE = 'http://here.invalid';

/** Resolves an address on a page, as a browser would. */
export function resolved(site: SiteName, from: string, address: string): URL {
  return new URL(address, `${HERE}${BASES[site]}${from.slice(1)}`);
}

/** Whether an address on a page leads to a file and an anchor; true for other hosts, which tests can't check. */
export function leadsSomewhere(site: SiteName, from: string, address: string): boolean {
  const own = ownAddress(site);
  const here = address.startsWith(own) ? `${BASES[site]}${address.slice(own.length)}` : address;
  const { origin, pathname, hash } = resolved(site, from, here);
  if (origin !== HERE) return true;
  const path = decodeURIComponent(`/${pathname.slice(BASES[site].length)}`);
  const file = path.endsWith('/') ? `${path}index.html` : path;
  if (!isBuilt(site, file)) return false;
  return hash === '' || hasAnchor(openPage(site, file), decodeURIComponent(hash.slice(1)));
}

/** The address that a site gives for itself. */
function ownAddress(site: SiteName): string {
  return openPage(site, '/')('meta[property="og:url"]').attr('content')!;
}

function hasAnchor(page: CheerioAPI, id: string): boolean {
  return page('[id]')
    .toArray()
    .some((element) => page(element).attr('id') === id);
}
