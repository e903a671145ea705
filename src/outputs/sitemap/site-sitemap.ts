import { lastOf, MOST_IN_A_SITEMAP, sitemap, sitemapIndex, type SitemapEntry } from './sitemap.ts';
import type { Article } from '../../articles/articles.ts';
import type { SiteContent } from '../../articles/shaped-content.ts';
import { programsOf } from '../../articles/commands.ts';
import { feedsOf } from '../feeds/site-feeds.ts';
import { textFile, type SiteFile } from '../site-file.ts';
import { ARCHIVE, COMMANDS, HOME, SITEMAP, SOURCES, SUBSCRIBE, TAGS } from '../../articles/paths.ts';
import { ARTICLES } from '../../content/text-paths.ts';
import { absolute } from '../../articles/site.ts';
import { tagsOf } from '../../articles/tags.ts';

/** `sitemap-index.xml` and the files that it lists: `sitemap-1.xml`, … */
export function sitemapFiles(content: SiteContent): SiteFile[] {
  const entries = sitemapEntries(content);
  const parts = Array.from({ length: Math.ceil(entries.length / MOST_IN_A_SITEMAP) }, (_, part) =>
    entries.slice(part * MOST_IN_A_SITEMAP, (part + 1) * MOST_IN_A_SITEMAP),
  );
  const path = (part: number): string => `/sitemap-${part + 1}.xml`;
  const index = parts.map((part, number) => ({ address: absolute(path(number)), changed: lastOf(part) }));
  return [
    textFile(SITEMAP, 'application/xml', sitemapIndex(index)),
    ...parts.map((part, number) => textFile(path(number), 'application/xml', sitemap(part))),
  ];
}

/**
 * Every page that a search engine should know, with its last change. A reprint's page names the original as the canonical
 * one, so it isn't included. Neither are the search page, old paths and the 404 page.
 *
 * We don't use `@astrojs/sitemap`, because it knows only the addresses of pages and not when they changed.
 */
function sitemapEntries({ articles, pages }: SiteContent): SitemapEntry[] {
  const own = articles.filter(({ data }) => data.attribution?.relation !== 'reprint');
  const lists = [HOME, ARTICLES, TAGS, COMMANDS, ARCHIVE, SOURCES, SUBSCRIBE];
  return [
    ...lists.map((path) => entry(path, articles)),
    ...feedsOf(articles).kinds.map((kind) => entry(kind.page, kind.articles)),
    ...pages.map(({ path }) => entry(path, [])),
    ...own.map((article) => entry(article.path, [article])),
    ...tagsOf(articles).map((tag) => entry(tag.path, tag.articles)),
    ...programsOf(articles).map(({ path, uses }) =>
      entry(
        path,
        uses.map(({ article }) => article),
      ),
    ),
  ];
}

function entry(path: string, articles: readonly Article[]): SitemapEntry {
  const times = articles.flatMap(({ published, updated, comments }) =>
    [published, updated ?? published, ...comments.map(({ date }) => date)].map(Number),
  );
  return { address: absolute(path), changed: times.length === 0 ? undefined : new Date(Math.max(...times)) };
}
