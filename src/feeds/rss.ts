import { generateRssFeed } from 'feedsmith';
import { lastChange, type FeedEntry, type FeedModel } from './model.ts';
import { withoutForbidden } from './xml-characters.ts';

/** A feed as RSS 2.0, with full content (`content:encoded`), `dc:creator` and its own address (`atom:link`). */
export function rssFeed(feed: FeedModel): string {
  const changed = lastChange(feed);
  return generateRssFeed({
    title: withoutForbidden(feed.title),
    description: withoutForbidden(feed.description),
    link: feed.link,
    language: feed.language,
    ...(changed !== undefined && { lastBuildDate: changed }),
    docs: 'https://www.rssboard.org/rss-specification',
    generator: 'Opsnotes',
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    creativeCommons: { licenses: [feed.licence] },
    items: feed.entries.map(item),
  });
}

function item(entry: FeedEntry) {
  return {
    title: withoutForbidden(entry.title),
    link: entry.link,
    guid: { value: entry.id, isPermaLink: false },
    pubDate: entry.published,
    description: withoutForbidden(entry.summary),
    content: { encoded: withoutForbidden(entry.html) },
    dc: { creators: [withoutForbidden(entry.author)] },
    categories: entry.categories.map((name) => ({ name: withoutForbidden(name) })),
    ...(entry.original !== undefined && { atom: { links: [{ href: entry.original.url, rel: 'via' }] } }),
  };
}
