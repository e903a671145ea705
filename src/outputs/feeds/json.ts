import { withoutForbidden } from './characters.ts';
import type { FeedAddresses, FeedDocument } from './documents.ts';
import { FORMAT } from '../../articles/feed-format.ts';
import { instant } from './instants.ts';
import type { FeedEntry } from './model.ts';
import type { FeedWriter } from './feed-writer.ts';

/**
 * A feed as JSON Feed 1.1, with extensions as its specification allows: `_licence`, `_original`, `_archive`. There is no
 * `next_url`, which would have to lead to more JSON: only the Atom feed has an archive.
 */
export const jsonFeed: FeedWriter = { open, item, between: ',', close: ']}\n' };

function open({ feed, older }: FeedDocument, address: FeedAddresses): string {
  const head = json({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.link,
    feed_url: address.live('json'),
    description: feed.description,
    language: feed.language,
    authors: [feed.author],
    _licence: feed.licence,
    _archive: older === undefined ? undefined : { url: address.archive(older), type: FORMAT.atom.type },
  });
  return `${head.slice(0, -1)},"items":[`;
}

function item(entry: FeedEntry): string {
  const { original } = entry;
  return json({
    id: entry.id,
    url: entry.link,
    external_url: original?.url,
    title: entry.title,
    summary: entry.summary,
    content_html: entry.html,
    date_published: instant(entry.published),
    date_modified: instant(entry.updated),
    authors: [{ name: entry.author }],
    tags: entry.categories.map(({ label }) => label),
    language: entry.language,
    _licence: entry.licence,
    _original: original && { ...original, published: instant(original.published) },
  });
}

function json(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? withoutForbidden(inner) : inner,
  );
}
