import { readFileSync } from 'node:fs';
import { cardPicture } from './cards/card-picture.ts';
import { feedFile } from '../articles/feed-format.ts';
import { opml } from './feeds/opml.ts';
import { allArticles, type Article } from '../articles/articles.ts';
import type { AttachedFile } from '../articles/attached-files.ts';
import { articleCard, siteCard } from './cards/site-cards.ts';
import { ownPages } from '../articles/collections.ts';
import { feedFiles, feedsOf } from './feeds/site-feeds.ts';
import { articleScript, scriptedHosts } from './scripts/article-scripts.ts';
import { cardPath, OPML, plainPath, ROBOTS, scriptPath, SITE_CARD, SITEMAP } from '../articles/paths.ts';
import { plainArticle } from './twins/plain-article.ts';
import { absolute, site } from '../articles/site.ts';
import { sitemapFiles } from './sitemap/site-sitemap.ts';

/** A file of the site that is no page. */
export interface SiteFile {
  /** From the site's root, as a file is named: not encoded. */
  path: string;
  /** Whatever its content depends on beside the site's settings; `digestOf` it tells whether it must be made again. */
  of: unknown;
  /** Its media type, for the dev server. */
  type: string;
  content: () => string | Uint8Array;
}

/**
 * Every file of the site that is no page: what `curl`, feed readers and search engines fetch; part by part, so that one
 * is gone from memory before the next is made. The search's index is written by `src/search/index/`.
 *
 * The one list of them. A build writes them in a thread of its own while Astro renders the pages, the dev server answers
 * with them one by one; as endpoints of Astro each would cost a millisecond, of which there are three an article.
 */
export async function* siteFiles(): AsyncGenerator<SiteFile[]> {
  const articles = await allArticles();
  yield feedFiles(articles);
  yield [feedList(articles), robots(), ...(await sitemapFiles())];
  for (const { path, attached } of await ownPages()) yield attached.map((file) => attachedFile(path, file));
  if (site.cards) yield [card(SITE_CARD, siteCard())];
  for (const article of articles) {
    yield [
      plainTwin(article),
      ...scripts(article),
      ...article.attached.map((file) => attachedFile(article.path, file)),
      ...(site.cards ? [card(cardPath(article.slug), articleCard(article))] : []),
    ];
  }
}

function plainTwin(article: Article): SiteFile {
  return {
    path: plainPath(article.slug),
    of: article,
    type: 'text/markdown; charset=utf-8',
    content: () => plainArticle(article),
  };
}

/** The runbook of each of its hosts. */
function scripts(article: Article): SiteFile[] {
  return scriptedHosts(article).map((host) => ({
    path: scriptPath(article.slug, host),
    of: [article, host],
    type: 'text/x-shellscript; charset=utf-8',
    content: () => articleScript(article, host),
  }));
}

function attachedFile(path: string, attached: AttachedFile): SiteFile {
  return {
    path: `${path}${attached.name}`,
    of: attached,
    type: 'application/octet-stream',
    content: () => readFileSync(attached.file),
  };
}

function card(path: string, of: ReturnType<typeof siteCard>): SiteFile {
  return { path, of, type: 'image/png', content: () => cardPicture(of) };
}

/** All feeds in one file, as RSS, which every reader takes. */
function feedList(articles: readonly Article[]): SiteFile {
  const { site: ofSite, kinds, tags } = feedsOf(articles);
  const feeds = [ofSite, ...kinds, ...tags].map(({ folder, title, page }) => ({
    title,
    address: absolute(`${folder}${feedFile('rss')}`),
    page: absolute(page),
    language: site.locale,
  }));
  return {
    path: OPML,
    of: feeds,
    type: 'text/x-opml; charset=utf-8',
    content: () => opml(site.title, feeds),
  };
}

/** Everybody may read everything, and here is what there is (RFC 9309). */
function robots(): SiteFile {
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${absolute(SITEMAP)}\n`;
  return { path: ROBOTS, of: text, type: 'text/plain; charset=utf-8', content: () => text };
}
