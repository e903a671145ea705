import type { FeedEntry, FeedModel } from '../feeds/model.ts';
import { feedHtml } from '../markdown/feed.ts';
import { allArticles, type Article } from './articles.ts';
import { FEED, HOME, tagFeedPath } from './paths.ts';
import { absolute, site, t } from './site.ts';
import type { TagWithArticles } from './tags.ts';

/** The feed of everything. */
export async function siteFeed(): Promise<FeedModel> {
  return feed(site.title, site.description, HOME, FEED, await allArticles());
}

/** The feed of one tag. */
export async function tagFeed(tag: TagWithArticles): Promise<FeedModel> {
  return feed(`${site.title}: ${tag.label}`, tag.description, tag.path, tagFeedPath(tag.slug), tag.articles);
}

async function feed(
  title: string,
  description: string,
  path: string,
  self: string,
  articles: readonly Article[],
): Promise<FeedModel> {
  return {
    title,
    description,
    link: absolute(path),
    self: absolute(self),
    language: site.locale,
    licence: site.licence.url,
    entries: await Promise.all(articles.slice(0, site.limits.feed).map(entry)),
  };
}

async function entry(article: Article): Promise<FeedEntry> {
  const { data, source } = article;
  const original = data.attribution;
  return {
    id: entryId(article),
    title: article.title,
    link: absolute(article.path),
    author: original?.relation === 'reprint' && source !== undefined ? source.author : site.author.name,
    published: article.published,
    updated: article.updated ?? article.published,
    summary: article.description,
    html: await feedHtml(article, absolute, t),
    categories: article.tags.map((tag) => tag.label),
    original:
      original === undefined || source === undefined
        ? undefined
        : { title: original.title, url: original.url, author: source.author },
  };
}

/** A `tag:` URI (RFC 4151) by the day of publication and the slug. */
function entryId({ slug, published }: Article): string {
  return `tag:${new URL(site.url).hostname},${published.toISOString().slice(0, 10)}:${slug}`;
}
