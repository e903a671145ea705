import { asHtml, looksLikeHtml } from './plain-html.ts';
import { element, lines, text, xmlDocument } from './xml.ts';

/** A feed in a list of feeds. */
export interface ListedFeed {
  title: string;
  /** The feed's own address. */
  address: string;
  /** The page that the feed belongs to. */
  page: string;
  /** BCP 47. */
  language: string;
}

/** Feeds as OPML 2.0, for import into feed readers. Its `text` may be HTML, so anything that looks like HTML is escaped. */
export function opml(title: string, feeds: readonly ListedFeed[]): string {
  const outlines = feeds.map((feed) =>
    element('outline', {
      type: 'rss',
      text: label(feed.title),
      title: label(feed.title),
      language: feed.language,
      version: 'RSS2',
      xmlUrl: feed.address,
      htmlUrl: feed.page,
    }),
  );
  const head = element('head', {}, element('title', {}, text(label(title))));
  return xmlDocument(
    element('opml', { version: '2.0' }, lines(head, element('body', {}, lines(...outlines)))),
  );
}

function label(plain: string): string {
  return looksLikeHtml(plain) ? asHtml(plain) : plain;
}
