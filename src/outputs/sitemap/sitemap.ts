import { instant } from '../feeds/instants.ts';
import { element, lines, nothing, text, xmlDocument } from '../feeds/xml.ts';

/** A page in a sitemap. */
export interface SitemapEntry {
  address: string;
  /** Its last change; undefined if unknown. */
  changed: Date | undefined;
}

/** The limits of one file, from sitemaps.org. */
export const MOST_IN_A_SITEMAP = 50_000;

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** Pages as a sitemap. */
export function sitemap(entries: readonly SitemapEntry[]): string {
  return write('urlset', 'url', entries);
}

/** An index of sitemaps. */
export function sitemapIndex(entries: readonly SitemapEntry[]): string {
  return write('sitemapindex', 'sitemap', entries);
}

/** The latest change to some pages. */
export function lastOf(entries: readonly SitemapEntry[]): Date | undefined {
  const times = entries.flatMap(({ changed }) => changed?.getTime() ?? []);
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}

function write(root: string, name: string, entries: readonly SitemapEntry[]): string {
  const elements = entries.map(({ address, changed }) =>
    element(
      name,
      {},
      element('loc', {}, text(address)),
      changed === undefined ? nothing : element('lastmod', {}, text(instant(changed))),
    ),
  );
  return xmlDocument(element(root, NAMESPACE, lines(...elements)));
}
