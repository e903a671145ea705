import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import {
  parseAtomFeed,
  parseJsonFeed,
  parseOpml,
  parseRssFeed,
  type AtomFeed,
  type RssFeed,
} from 'feedsmith';
import Parser from 'rss-parser';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { loadSite } from '../../src/content/read-site.ts';
import type { SiteName } from './build-sites.ts';
import { atomProblems, rssProblems } from './feed-rules.ts';
import { jsonFeedProblems } from './json-feed-rules.ts';
import { openPage, readBuilt } from './open-page.ts';
import { xmlTree } from './xml-tree.ts';

const CONTENT: Record<SiteName, string> = {
  small: 'tests/fixtures/sites/small',
  olemskoi: 'tests/fixtures/sites/olemskoi',
  hostile: 'tests/fixtures/sites/hostile',
  own: 'content',
};
const SITES = Object.keys(CONTENT) as SiteName[];

/** Every document of every feed of a site. */
const feeds = (site: SiteName): string[] =>
  globSync('**/{rss,atom,atom-*}.xml', { cwd: inject('sites')[site] }).sort();
const jsonFeeds = (site: SiteName): string[] =>
  globSync('**/feed.json', { cwd: inject('sites')[site] }).sort();

const address = (site: SiteName, path: string): string =>
  new URL(path, `${loadSite(CONTENT[site]).url.replace(/\/$/, '')}/`).href;

describe.each(SITES)('the feeds of %s', (site) => {
  it('are valid by the W3C’s rules', () => {
    expect(feeds(site).length).toBeGreaterThan(10);
    const problems = feeds(site).flatMap((path) => {
      const check = path.endsWith('rss.xml') ? rssProblems : atomProblems;
      return check(readBuilt(site, path), address(site, path)).map((problem) => `${path} ${problem}`);
    });
    expect(problems).toEqual([]);
  });

  it('are valid JSON feeds', () => {
    const problems = jsonFeeds(site).flatMap((path) =>
      jsonFeedProblems(readBuilt(site, path), address(site, path)).map((problem) => `${path} ${problem}`),
    );
    expect(problems).toEqual([]);
  });

  it('say the same to two parsers and in all three formats', async () => {
    const parser = new Parser({ customFields: { item: ['title', 'summary', 'content:encoded'] } });
    for (const path of jsonFeeds(site)) {
      const folder = path.replace(/feed\.json$/, '');
      const rss = readBuilt(site, `${folder}rss.xml`);
      const atom = readBuilt(site, `${folder}atom.xml`);
      const wanted = (parseJsonFeed(readBuilt(site, path)).items ?? []).map((item) => ({
        id: item.id,
        link: item.url,
        title: item.title,
        published: Date.parse(item.date_published!),
        content: textOf(item.content_html!),
      }));
      expect((parseRssFeed(rss).items ?? []).map(ofRss)).toEqual(wanted);
      expect((parseAtomFeed(atom).entries ?? []).map(ofAtom)).toEqual(wanted);
      expect((await parser.parseString(rss)).items.map((item) => ofParser({ ...item }))).toEqual(wanted);
      expect((await parser.parseString(atom)).items.map((item) => ofParser({ ...item }))).toEqual(wanted);
    }
  });

  it('together reach every article, each feed by its own archive', () => {
    for (const path of feeds(site).filter((name) => /(?:^|\/)atom\.xml$/.test(name))) {
      const reached = new Set<string>();
      let next: string | undefined = path;
      while (next !== undefined) {
        const { entries, links }: AtomFeed.Feed<string> = parseAtomFeed(readBuilt(site, next));
        for (const { id } of entries ?? []) reached.add(id!);
        const href: string | undefined = links?.find(({ rel }) => rel === 'prev-archive')?.href;
        next = href?.slice(address(site, '').length);
      }
      const folder = path.replace(/atom\.xml$/, '');
      expect([path, reached.size]).toEqual([path, articlesIn(site, folder)]);
    }
  });

  it('are all in the OPML file and on the page for subscribers', () => {
    const listed = parseOpml(readBuilt(site, '/feeds.opml')).body?.outlines?.map(({ xmlUrl }) => xmlUrl);
    const live = feeds(site).filter((path) => path.endsWith('rss.xml'));
    expect(listed?.sort()).toEqual(live.map((path) => address(site, path)).sort());
    const page = openPage(site, '/subscribe/');
    const copied = page('a[data-copy]')
      .map((_, link) => page(link).attr('data-copy'))
      .get();
    const files = [...feeds(site).filter((path) => !/atom-\d+/.test(path)), ...jsonFeeds(site)];
    expect(copied.sort()).toEqual(files.map((path) => address(site, path)).sort());
  });

  it('are announced on every page', () => {
    for (const path of pages(site)) {
      const page = load(readBuilt(site, path));
      if (page('meta[http-equiv=refresh]').length > 0) continue;
      // A tag's articles of one kind share the tag's feed.
      const tag = /^kinds\/[^/]+\/(?!pages\/)([^/]+\/)/.exec(path)?.[1];
      const folder = /^(?:tags|kinds)\/[^/]+\/(?=index\.html|pages\/)/.exec(path)?.[0];
      const own = tag === undefined ? folder : `tags/${tag}`;
      const folders = own === undefined ? [''] : [own, ''];
      expect([path, alternates(page)]).toEqual([
        path,
        folders.flatMap((folder) =>
          ['rss.xml', 'atom.xml', 'feed.json'].map((name) => new URL(address(site, folder + name)).pathname),
        ),
      ]);
    }
  });
});

describe('a reprint in the feeds', () => {
  it('is by its author, under its licence, with its original as source', () => {
    const rss = parseRssFeed(readBuilt('hostile', '/tags/scripts/rss.xml'));
    expect(rss.items!.find(({ link }) => link?.endsWith('/script/'))).toMatchObject({
      dc: { creators: ["O'Neill & <sons>"] },
      source: { url: 'https://evil.example/reprint/' },
      creativeCommons: { licenses: ['https://creativecommons.org/licenses/by/4.0/'] },
    });
  });
});

describe('the id of an article', () => {
  it('is kept from the frontmatter', () => {
    expect(readBuilt('hostile', '/rss.xml')).toContain(
      '<guid isPermaLink="false">urn:example:kept-id</guid>',
    );
  });
});

describe.each(SITES)('sharing pages of %s', (site) => {
  it('has a sitemap of all pages that stand for themselves, with the last change of articles', () => {
    const [index] = xmlTree(readBuilt(site, '/sitemap-index.xml')).children;
    expect(index!.children[0]!.text).toBe(address(site, 'sitemap-1.xml'));
    const urls = xmlTree(readBuilt(site, '/sitemap-1.xml')).children;
    const listed = urls.map(({ children }) => children[0]!.text);
    const wanted = pages(site).filter((path) => standsForItself(site, path));
    expect(listed.sort()).toEqual(
      wanted.map((path) => address(site, path.replace(/index\.html$/, ''))).sort(),
    );
    const articles = urls.filter(({ children }) => children[0]!.text.includes('/articles/'));
    expect(articles.filter(({ children }) => children.length < 2)).toEqual([]);
  });

  it('is allowed to everybody', () => {
    expect(readBuilt(site, '/robots.txt')).toContain(`Sitemap: ${address(site, 'sitemap-index.xml')}`);
  });

  it('shows a small card of each article', async () => {
    for (const path of pages(site).filter((name) => /^articles\/[^/]+\/index\.html$/.test(name))) {
      const page = load(readBuilt(site, path));
      const property = (name: string) => page(`meta[property="${name}"]`).attr('content');
      // HTML parsers drop or replace NUL, depending on whether it is in text or in an attribute.
      const visible = (text: string | undefined) => text?.replace(/[\0\uFFFD]/g, '');
      expect(property('og:type')).toBe('article');
      expect(visible(property('og:title'))).toBe(visible(page('h1').text()));
      expect(Date.parse(property('article:published_time')!)).not.toBeNaN();
      const card = property('og:image')!.slice(address(site, '').length);
      const { width, height, format, size } = await sharp(
        readFileSync(join(inject('sites')[site], card)),
      ).metadata();
      expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
      expect(size).toBeLessThan(30_000);
    }
  });
});

function pages(site: SiteName): string[] {
  return globSync('**/index.html', { cwd: inject('sites')[site] }).sort();
}

/** Neither an old path, nor the search, nor a reprint, for which search engines should find the original. */
function standsForItself(site: SiteName, path: string): boolean {
  const page = load(readBuilt(site, path));
  return (
    page('meta[name=robots][content*=noindex]').length === 0 &&
    page('link[rel=canonical]').length === 0 &&
    path !== 'search/index.html'
  );
}

function alternates(page: CheerioAPI): (string | undefined)[] {
  return page('link[rel=alternate]')
    .map((_, link) => page(link).attr('href'))
    .get();
}

/** How many articles a feed's folder has, according to its own page or the list of all. */
function articlesIn(site: SiteName, folder: string): number {
  if (folder === '') return globSync('articles/*/index.html', { cwd: inject('sites')[site] }).length;
  const page = openPage(site, '/subscribe/');
  const row = page(`a[href="${address(site, `${folder}atom.xml`)}"]`).closest('tr');
  return Number(/\d+/.exec(row.find('.count').text())![0]);
}

function ofRss(item: RssFeed.Item<string>) {
  return {
    id: item.guid?.value,
    link: item.link,
    title: decoded(item.title!),
    published: Date.parse(item.pubDate!),
    content: textOf(item.content!.encoded!),
  };
}

function ofAtom(entry: AtomFeed.Entry<string>) {
  return {
    id: entry.id,
    link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
    title: decoded(entry.title!.value),
    published: Date.parse(entry.published!),
    content: textOf(entry.content!.value!),
  };
}

function ofParser(item: Record<string, unknown>) {
  const title = item['title'] as string | { _: string };
  return {
    id: item['guid'] ?? item['id'],
    link: item['link'],
    title: decoded(typeof title === 'string' ? title : title._),
    published: Date.parse((item['pubDate'] ?? item['isoDate']) as string),
    content: textOf((item['content:encoded'] ?? item['content']) as string),
  };
}

/** A title that looks like HTML is HTML. */
function decoded(title: string): string {
  return /&(?:lt|gt|amp);/.test(title) ? load(title, null, false).text() : title;
}

function textOf(html: string): string {
  return load(html, null, false).text().trim();
}
