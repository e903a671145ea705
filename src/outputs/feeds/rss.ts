import type { FeedAddresses, FeedDocument } from './documents.ts';
import { named, type Licence } from '../../articles/attribution.ts';
import { FORMAT } from '../../articles/feed-format.ts';
import { credit, lastChange, type FeedEntry, type Original } from './model.ts';
import { asHtml, looksLikeHtml } from './plain-html.ts';
import { instant } from './instants.ts';
import type { FeedWriter } from './feed-writer.ts';
import { cdata, element, lines, nothing, openDocument, text, type Xml } from './xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:creativeCommons': 'http://backend.userland.com/creativeCommonsRssModule',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/**
 * A feed as RSS 2.0 with the RSS Advisory Board's profile: full content (`content:encoded`), `dc:creator`, and Atom links for
 * what RSS doesn't have. The archive that it links to (RFC 5005) is the Atom feed's.
 */
export const rss: FeedWriter = { open, item, between: '\n', close: '\n</channel>\n</rss>\n' };

function open({ feed, entries, older }: FeedDocument, address: FeedAddresses): string {
  const changed = lastChange(entries);
  const head = lines(
    element('title', {}, title(feed.title)),
    element('link', {}, text(feed.link)),
    element('description', {}, title(feed.description)),
    element('language', {}, text(feed.language)),
    element('copyright', {}, text(named(feed.licence))),
    changed === undefined ? nothing : element('lastBuildDate', {}, text(changed.toUTCString())),
    element('generator', {}, text('Opsnotes')),
    element('docs', {}, text('https://www.rssboard.org/rss-specification')),
    atomLink('self', FORMAT.rss.type, address.live('rss')),
    older === undefined ? nothing : atomLink('prev-archive', FORMAT.atom.type, address.archive(older)),
    ...licence(feed.licence),
  );
  return `${openDocument(['rss', { version: '2.0', ...NAMESPACES }], ['channel', {}])}${head}\n`;
}

function item(entry: FeedEntry): string {
  const { original } = entry;
  return element(
    'item',
    {},
    lines(
      element('title', {}, title(entry.title)),
      element('link', {}, text(entry.link)),
      element('guid', { isPermaLink: 'false' }, text(entry.id)),
      element('pubDate', {}, text(entry.published.toUTCString())),
      element('atom:updated', {}, text(instant(entry.updated))),
      element('dc:creator', {}, text(entry.author)),
      element('dc:language', {}, text(entry.language)),
      ...entry.categories.map(({ label }) => element('category', {}, title(label))),
      ...(original === undefined ? [] : source(original)),
      ...(entry.licence === undefined ? [] : licence(entry.licence)),
      element('description', {}, text(asHtml(entry.summary))),
      element('content:encoded', {}, cdata(entry.html)),
    ),
  );
}

function atomLink(rel: string, type: string, href: string): Xml {
  return element('atom:link', { rel, type, href });
}

/** RSS has this element for credit. For an adapted text, the original's author is a contributor. */
function source(original: Original): Xml[] {
  const { url, relation, author } = original;
  const shared = relation === 'translation' || relation === 'adaptation';
  return [
    element('source', { url }, title(credit(original))),
    element('atom:link', { rel: 'via', href: url, title: attributeTitle(credit(original)) }),
    shared ? element('dc:contributor', {}, text(author)) : nothing,
  ];
}

function licence({ url }: Licence): Xml[] {
  if (url === undefined) return [];
  const link = element('atom:link', { rel: 'license', href: url });
  return isCreativeCommons(url) ? [link, element('creativeCommons:license', {}, text(url))] : [link];
}

function isCreativeCommons(url: string): boolean {
  return new URL(url).hostname.endsWith('creativecommons.org');
}

/**
 * RSS doesn't say whether a title is text or HTML, and feed readers guess. A title that looks like HTML is therefore written
 * as HTML, so that all of them show the same: `<b>` → `&lt;b&gt;`.
 */
function title(plain: string): Xml {
  return text(looksLikeHtml(plain) ? asHtml(plain) : plain);
}

/** A link's title is optional. */
function attributeTitle(plain: string): string | undefined {
  return looksLikeHtml(plain) ? undefined : plain;
}
