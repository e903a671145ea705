import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import type { Fault } from '../../content/fault.ts';
import { articlePath } from '../../content/text-paths.ts';
import { servedFile, type BuiltSite } from './built-site.ts';

/** Every feed must be readable, have unique ids, and link to pages that exist; so must the sitemap. */
export function feedFilesFaults(site: BuiltSite): Fault[] {
  return [...site.files].flatMap((name) => {
    const text = (): string => readFileSync(join(site.folder, name), 'utf8');
    if (/(?:^|\/)(?:rss|atom)[\w-]*\.xml$/.test(name))
      return [...xmlFaults(site, name, text()), ...feedFaults(site, name, text())];
    if (/(?:^|\/)feed[\w-]*\.json$/.test(name)) return feedFaults(site, name, text());
    if (/^sitemap[\w-]*\.xml$/.test(name))
      return [...xmlFaults(site, name, text()), ...sitemapFaults(site, name, text())];
    return name.endsWith('.opml') || name.endsWith('.xml') ? xmlFaults(site, name, text()) : [];
  });
}

function xmlFaults(site: BuiltSite, name: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    const [, line, reason] = /^(\d+):\d+: (.*)$/.exec(message) ?? [];
    faults.push(
      bad(site, name, Number(line ?? 1), `it parses as XML: ${(reason ?? message).replace(/\.$/, '')}`),
    );
  });
  parser.write(text).close();
  return faults.slice(0, 1);
}

interface Item {
  id?: string | undefined;
  link?: string | undefined;
}

function feedFaults(site: BuiltSite, name: string, text: string): Fault[] {
  let items: Item[];
  try {
    items = itemsOf(parseFeed(text));
  } catch (error) {
    return [bad(site, name, 1, `a feed: ${(error as Error).message.split('\n', 1)[0]!}`)];
  }
  const lines = text.split('\n');
  const seen = new Set<string>();
  return items.flatMap(({ id, link }, index) => {
    const line = lines.findIndex((one) => one.includes(id ?? link ?? '\0')) + 1;
    const at = (expected: string): Fault => ({
      ...bad(site, name, Math.max(1, line), expected),
      ...sourceOf(site, link),
    });
    if (id === undefined || id === '') return [at(`an id of entry ${index + 1}`)];
    if (seen.has(id)) return [at(`the id \`${id}\` once`)];
    seen.add(id);
    return link !== undefined && isDead(site, link) ? [at(`a page at \`${link}\``)] : [];
  });
}

type Parsed = ReturnType<typeof parseFeed>;

function itemsOf({ format, feed }: Parsed): Item[] {
  if (format === 'rss') return (feed.items ?? []).map(({ guid, link }) => ({ id: guid?.value, link }));
  if (format === 'atom')
    return (feed.entries ?? []).map(({ id, links }) => ({
      id,
      link: links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
    }));
  if (format === 'json') return (feed.items ?? []).map(({ id, url }) => ({ id, link: url }));
  return [];
}

/** Only paths of the site itself: a reprint's entry may link to its original. */
function isDead(site: BuiltSite, link: string): boolean {
  const path = ownPath(site, link);
  return path !== undefined && servedFile(site, path) === undefined;
}

function ownPath({ settings }: BuiltSite, link: string): string | undefined {
  // As in absolute addresses, where host names are in ASCII (Punycode).
  const own = new URL(settings.url).href.replace(/\/$/, '');
  return link.startsWith(`${own}/`) ? decodeURI(link.slice(own.length).replace(/[?#].*$/, '')) : undefined;
}

function sourceOf(site: BuiltSite, link: string | undefined): Pick<Fault, 'file' | 'line'> | undefined {
  const path = link === undefined ? undefined : ownPath(site, link);
  const article = site.content.articles.find(({ slug }) => articlePath(slug) === path);
  return article && { file: article.file, line: 1 };
}

function sitemapFaults(site: BuiltSite, name: string, text: string): Fault[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/<loc>([^<]*)<\/loc>/g)].flatMap(([, address]) => {
      const path = ownPath(site, address!.replaceAll('&amp;', '&'));
      if (path !== undefined && servedFile(site, path) !== undefined) return [];
      return [bad(site, name, index + 1, `an address of the site, not \`${address!}\``)];
    }),
  );
}

function bad(site: BuiltSite, name: string, line: number, expected: string): Fault {
  return {
    file: join(site.folder, name),
    line,
    code: 'invalid-feed',
    message: `Unexpected content of \`${name}\`, expected ${expected}.`,
  };
}
