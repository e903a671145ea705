import { readFileSync } from 'node:fs';
import { cardPicture } from './cards/card-picture.ts';
import { feedFile } from '../articles/feed-format.ts';
import { opml } from './feeds/opml.ts';
import type { Article } from '../articles/articles.ts';
import type { AttachedFile } from '../articles/attached-files.ts';
import { chartOf, chartPicture } from '../articles/charts/chart-file.ts';
import { drawChart } from '../articles/charts/draw-chart.ts';
import { articleCard, siteCard, type Card } from './cards/card.ts';
import { feedFiles, feedsOf } from './feeds/site-feeds.ts';
import { articleScript, scriptedHosts } from './scripts/article-scripts.ts';
import { cardPath, OPML, plainPath, ROBOTS, scriptPath, SITE_CARD, SITEMAP } from '../articles/paths.ts';
import { textFile, type SiteFile } from './site-file.ts';
import { llmsFile } from './llms.ts';
import { pictureFiles } from './picture-files.ts';
import { plainArticle } from './twins/plain-article.ts';
import { absolute, site } from '../articles/site.ts';
import { isComputed } from '../content/outline/computed.ts';
import type { SiteContent } from '../articles/shaped-content.ts';
import type { Texts } from './texts.ts';
import { sitemapFiles } from './sitemap/site-sitemap.ts';

/**
 * Lists every file of the site other than pages: what `curl`, feed readers and search engines fetch. They come in parts, so that
 * one part can be freed before the next is made; files that show what Astro makes of a text come last. The search index is
 * written by `src/search/index/`.
 *
 * This is the only such list. A build writes the files in a separate thread while Astro renders the pages, and the dev server
 * answers requests with them. As Astro endpoints they would cost a millisecond each, at three per article.
 */
export async function* siteFiles(content: SiteContent, texts: Texts): AsyncGenerator<SiteFile[]> {
  const { articles, pages } = content;
  yield [feedList(articles), robots(), llmsFile(content), ...sitemapFiles(content)];
  for (const { path, attached } of pages) yield await attachedFiles(path, attached);
  if (site.cards) yield [card(SITE_CARD, siteCard())];
  for (const article of articles) {
    yield [
      ...(isComputed(article.outline) ? [] : [plainTwin(article, texts)]),
      ...scripts(article),
      ...(await attachedFiles(article.path, article.attached)),
      ...charts(article),
      ...(site.cards ? [card(cardPath(article.slug), articleCard(article))] : []),
    ];
  }
  const computed = await computedDigests(articles, texts);
  yield [...computed].map(([article, digest]) => plainTwin(article, texts, digest));
  yield feedFiles(articles, texts, computed);
}

/** A digest of what each text computes, for those that compute something. */
async function computedDigests(articles: readonly Article[], texts: Texts): Promise<Map<Article, string>> {
  const digests = new Map<Article, string>();
  for (const article of articles.filter(({ outline }) => isComputed(outline)))
    digests.set(article, await texts.computedDigest(article));
  return digests;
}

function plainTwin(article: Article, texts: Texts, computed?: string): SiteFile {
  return {
    path: plainPath(article.slug),
    of: [article, computed],
    type: 'text/markdown; charset=utf-8',
    async content() {
      if (computed === undefined) return plainArticle(article, texts.mdx(article));
      await texts.load([article]);
      return plainArticle(article, texts.mdx(article), texts.html(article));
    },
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

/** The files next to a text, and smaller copies of its pictures. */
async function attachedFiles(path: string, attached: readonly AttachedFile[]): Promise<SiteFile[]> {
  const copies = await Promise.all(attached.map((file) => pictureFiles(path, file)));
  return [...attached.map((file) => attachedFile(path, file)), ...copies.flat()];
}

/** Its charts as pictures, for feeds; pages have them inline. */
function charts({ outline, file, path, digest }: Article): SiteFile[] {
  return outline.charts.flatMap(({ attributes }, index) => ({
    path: `${path}${chartPicture(index + 1)}`,
    of: [digest, index],
    type: 'image/svg+xml',
    content: () => drawChart(chartOf(attributes, file)!, 'picture'),
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

function card(path: string, of: Card): SiteFile {
  return { path, of, type: 'image/png', content: () => cardPicture(of) };
}

/** All feeds in one file. It lists them as RSS, which every feed reader supports. */
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

/** Allows everything, and points to the sitemap (RFC 9309). */
function robots(): SiteFile {
  return textFile(ROBOTS, 'text/plain', `User-agent: *\nAllow: /\n\nSitemap: ${absolute(SITEMAP)}\n`);
}
