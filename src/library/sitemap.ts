import type { SitemapEntry } from '../feeds/sitemap.ts';
import { allArticles, type Article } from './articles.ts';
import { ownPages } from './collections.ts';
import { programsOf } from './commands.ts';
import { ARCHIVE, ARTICLES, COMMANDS, HOME, SOURCES, SUBSCRIBE, TAGS } from './paths.ts';
import { absolute } from './site.ts';
import { tagsOf } from './tags.ts';

/**
 * Every page that a search engine should know, and when what stands on it was last changed. A reprint's page points to
 * the original as the canonical one, so it isn't here; nor are searching, old paths and the page for what isn't there.
 *
 * By ourselves and not by `@astrojs/sitemap`: that one knows the addresses of pages, not what stands on them.
 */
export async function sitemapEntries(): Promise<SitemapEntry[]> {
  const articles = await allArticles();
  const own = articles.filter(({ data }) => data.attribution?.relation !== 'reprint');
  const lists = [HOME, ARTICLES, TAGS, COMMANDS, ARCHIVE, SOURCES, SUBSCRIBE];
  return [
    ...lists.map((path) => entry(path, articles)),
    ...(await ownPages()).map(({ path }) => entry(path, [])),
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
