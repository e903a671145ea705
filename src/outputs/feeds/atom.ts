import { isMarkedArchive, type FeedAddresses, type FeedDocument } from './documents.ts';
import { named, type Licence } from '../../articles/attribution.ts';
import { FORMAT } from '../../articles/feed-format.ts';
import { instant } from './instants.ts';
import { credit, lastChange, type FeedEntry, type FeedModel, type Original } from './model.ts';
import { asHtml, looksLikeHtml } from './plain-html.ts';
import type { FeedWriter } from './feed-writer.ts';
import { cdata, element, lines, nothing, openDocument, text, type Xml } from './xml.ts';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
};

/** Atom needs a date even for an empty feed. The current time would make builds differ. */
const NEVER = new Date(0);

/** A feed as Atom (RFC 4287), with the licence as a link (RFC 4946) and the archive after RFC 5005. */
export const atom: FeedWriter = { open, item, between: '\n', close: '\n</feed>\n' };

function open(document: FeedDocument, address: FeedAddresses): string {
  const { feed, archive, older, newer, entries } = document;
  const live = address.live('atom');
  const link = (rel: string, href: string): Xml => element('link', { rel, type: FORMAT.atom.type, href });
  const head = lines(
    element('id', {}, text(feed.id)),
    plain('title', feed.title),
    plain('subtitle', feed.description),
    element('updated', {}, text(instant(lastChange(entries) ?? NEVER))),
    person('author', feed.author),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.link }),
    link('self', archive === undefined ? live : address.archive(archive)),
    archive === undefined ? nothing : link('current', live),
    older === undefined ? nothing : link('prev-archive', address.archive(older)),
    newer === undefined ? nothing : link('next-archive', address.archive(newer)),
    ...licence(feed.licence),
    element('generator', {}, text('Opsnotes')),
    isMarkedArchive(document) ? element('fh:archive', {}) : nothing,
  );
  return `${openDocument(['feed', { ...NAMESPACES, 'xml:lang': feed.language }])}${head}\n`;
}

function item(entry: FeedEntry): string {
  const { original } = entry;
  return element(
    'entry',
    { 'xml:lang': entry.language },
    lines(
      element('id', {}, text(entry.id)),
      plain('title', entry.title),
      element('link', { rel: 'alternate', type: 'text/html', href: entry.link }),
      element('published', {}, text(instant(entry.published))),
      element('updated', {}, text(instant(entry.updated))),
      person('author', { name: entry.author }),
      ...(original === undefined ? [] : credits(original)),
      ...entry.categories.map(({ slug, label }) => element('category', { term: slug, label })),
      ...(entry.licence === undefined ? [] : licence(entry.licence)),
      plain('summary', entry.summary),
      element('content', { type: 'html' }, cdata(entry.html)),
    ),
  );
}

/** A reprint is somebody else's entry (`source`). For an adapted text, the original's author is a contributor. */
function credits(original: Original): Xml[] {
  const { relation, title, url, author, published } = original;
  const name = credit(original);
  const via = element('link', { rel: 'via', href: url, title: looksLikeHtml(name) ? undefined : name });
  if (relation === 'notes-on') return [via];
  if (relation !== 'reprint') return [via, person('contributor', { name: author })];
  const source = lines(
    element('id', {}, text(url)),
    plain('title', title),
    element('updated', {}, text(instant(published))),
    person('author', { name: author }),
    element('link', { rel: 'alternate', href: url }),
  );
  return [via, element('source', {}, source)];
}

function person(role: 'author' | 'contributor', { name, url }: FeedModel['author']): Xml {
  return element(
    role,
    {},
    element('name', {}, text(name)),
    url === undefined ? nothing : element('uri', {}, text(url)),
  );
}

function licence(terms: Licence): Xml[] {
  const rights = plain('rights', named(terms));
  const { url } = terms;
  return url === undefined ? [rights] : [rights, element('link', { rel: 'license', href: url })];
}

/** A text, marked as HTML if a feed reader that ignores `type` would take it for HTML. */
function plain(name: string, value: string): Xml {
  return looksLikeHtml(value)
    ? element(name, { type: 'html' }, text(asHtml(value)))
    : element(name, {}, text(value));
}
