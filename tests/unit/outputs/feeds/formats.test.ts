import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../../src/articles/feed-format.ts';
import type { FeedEntry, Original } from '../../../../src/outputs/feeds/model.ts';
import { RELATIONS } from '../../../../src/content/schemas/attribution.ts';
import { entries, ENTRY, FEED, written } from './a-feed.ts';

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

const ORIGINAL: Original = {
  relation: 'notes-on',
  title: 'The original',
  url: 'https://log.example/1/?a=b&c=d',
  author: 'A colleague',
  published: new Date('2020-02-02T00:00:00Z'),
};

describe('a feed', () => {
  it('says in RSS what it is, in which language, where it is and on what terms', () => {
    expect(parseRssFeed(written('rss'))).toMatchObject({
      title: 'Notes',
      description: 'All notes.',
      link: 'https://example.org/',
      language: 'en',
      copyright: `CC BY 4.0, ${LICENCE}`,
      lastBuildDate: 'Thu, 01 Feb 2024 10:00:00 GMT',
      generator: 'Opsnotes',
      atom: {
        links: [
          { href: 'https://example.org/rss.xml', rel: 'self', type: 'application/rss+xml' },
          { href: LICENCE, rel: 'license' },
        ],
      },
      creativeCommons: { licenses: [LICENCE] },
    });
  });

  it('says the same in Atom', () => {
    expect(parseAtomFeed(written('atom'))).toMatchObject({
      id: 'tag:example.org,2024:feed/',
      title: { value: 'Notes' },
      subtitle: { value: 'All notes.' },
      updated: '2024-02-01T10:00:00Z',
      authors: [{ name: 'The editor', uri: 'https://example.org/about/' }],
      links: [
        { href: 'https://example.org/', rel: 'alternate', type: 'text/html' },
        { href: 'https://example.org/atom.xml', rel: 'self', type: 'application/atom+xml' },
        { href: LICENCE, rel: 'license' },
      ],
      rights: { value: `CC BY 4.0, ${LICENCE}` },
      xml: { lang: 'en' },
    });
  });

  it('says the same in JSON', () => {
    expect(JSON.parse(written('json'))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Notes',
      description: 'All notes.',
      home_page_url: 'https://example.org/',
      feed_url: 'https://example.org/feed.json',
      language: 'en',
      authors: [{ name: 'The editor', url: 'https://example.org/about/' }],
      _licence: { name: 'CC BY 4.0', url: LICENCE },
    });
  });

  it('leads to its archive in every format', () => {
    const feed = { ...FEED, entries: entries(5), pageSize: 2 };
    const archive = 'https://example.org/atom-2.xml';
    const link = { href: archive, rel: 'prev-archive', type: 'application/atom+xml' };
    expect(parseRssFeed(written('rss', feed)).atom?.links).toContainEqual(link);
    expect(parseAtomFeed(written('atom', feed)).links).toContainEqual(link);
    expect(JSON.parse(written('json', feed))).toMatchObject({
      _archive: { url: archive, type: 'application/atom+xml' },
    });
  });

  it('without articles is valid too, and uses no clock', () => {
    const feed = { ...FEED, entries: [] };
    expect(parseRssFeed(written('rss', feed)).lastBuildDate).toBeUndefined();
    expect(parseAtomFeed(written('atom', feed)).updated).toBe('1970-01-01T00:00:00Z');
    expect(JSON.parse(written('json', feed))).toMatchObject({ items: [] });
  });

  it.each(FORMATS)('is the same whenever it is made, in %s', (format) => {
    expect(written(format)).toBe(written(format, structuredClone(FEED)));
  });
});

describe('an article in a feed', () => {
  it('has in RSS everything that a reader needs', () => {
    expect(parseRssFeed(written('rss')).items).toMatchObject([
      {
        title: 'Xen',
        link: 'https://example.org/articles/xen/',
        guid: { value: ENTRY.id, isPermaLink: false },
        pubDate: 'Mon, 01 Jan 2024 10:00:00 GMT',
        description: 'About Xen.',
        categories: [{ name: 'Xen' }, { name: 'Linux' }],
        content: { encoded: '<p>Text.</p>' },
        dc: { creators: ['A reader'], languages: ['en'] },
        atom: { updated: '2024-02-01T10:00:00Z' },
        creativeCommons: { licenses: [LICENCE] },
      },
    ]);
  });

  it('has the same in Atom', () => {
    expect(parseAtomFeed(written('atom')).entries).toMatchObject([
      {
        title: { value: 'Xen' },
        id: ENTRY.id,
        links: [{ href: 'https://example.org/articles/xen/', rel: 'alternate', type: 'text/html' }, {}],
        published: '2024-01-01T10:00:00Z',
        updated: '2024-02-01T10:00:00Z',
        authors: [{ name: 'A reader' }],
        categories: [
          { term: 'xen', label: 'Xen' },
          { term: 'linux', label: 'Linux' },
        ],
        summary: { value: 'About Xen.' },
        content: { value: '<p>Text.</p>', type: 'html' },
        xml: { lang: 'en' },
      },
    ]);
  });

  it('has the same in JSON', () => {
    expect(parseJsonFeed(JSON.parse(written('json'))).items).toMatchObject([
      {
        id: ENTRY.id,
        url: 'https://example.org/articles/xen/',
        title: 'Xen',
        summary: 'About Xen.',
        content_html: '<p>Text.</p>',
        date_published: '2024-01-01T10:00:00Z',
        date_modified: '2024-02-01T10:00:00Z',
        authors: [{ name: 'A reader' }],
        tags: ['Xen', 'Linux'],
        language: 'en',
      },
    ]);
  });

  it.each(RELATIONS)('names the original that it draws on: %s', (relation) => {
    const entry = { ...ENTRY, original: { ...ORIGINAL, relation } };
    const feed = { ...FEED, entries: [entry] };
    const credit = 'The original – A colleague';
    expect(parseRssFeed(written('rss', feed)).items?.[0]).toMatchObject({
      source: { url: ORIGINAL.url, title: credit },
      atom: { links: [{ href: ORIGINAL.url, rel: 'via', title: credit }, {}] },
    });
    expect(parseAtomFeed(written('atom', feed)).entries?.[0]?.links).toContainEqual({
      href: ORIGINAL.url,
      rel: 'via',
      title: credit,
    });
    const json = JSON.parse(written('json', feed)) as { items: object[] };
    expect(json.items[0]).toMatchObject({
      external_url: ORIGINAL.url,
      _original: { relation, author: 'A colleague' },
    });
  });

  it('has the original’s author as contributor if the words are partly theirs, and as source if all are', () => {
    const atom = RELATIONS.map((relation) => {
      const feed = { ...FEED, entries: [{ ...ENTRY, original: { ...ORIGINAL, relation } }] };
      const { contributors, source } = parseAtomFeed(written('atom', feed)).entries![0]!;
      return [relation, contributors?.[0]?.name, source?.authors?.[0]?.name];
    });
    expect(atom).toEqual([
      ['notes-on', undefined, undefined],
      ['reprint', undefined, 'A colleague'],
      ['translation', 'A colleague', undefined],
      ['adaptation', 'A colleague', undefined],
    ]);
  });

  it('has no licence if nobody has stated one', () => {
    const feed = { ...FEED, entries: [{ ...ENTRY, licence: undefined }] };
    expect(parseRssFeed(written('rss', feed)).items?.[0]?.creativeCommons).toBeUndefined();
    expect(parseAtomFeed(written('atom', feed)).entries?.[0]?.rights).toBeUndefined();
  });

  it.each(FORMATS)('stays in its place, in %s', (format) => {
    const ids = ['urn:c:1', 'urn:a:1', 'urn:b:1'];
    const text = written(format, { ...FEED, entries: ids.map((id) => ({ ...ENTRY, id })) });
    expect(text.match(/urn:[abc]:1/g)).toEqual(ids);
  });
});

describe('a hostile text', () => {
  const HOSTILE = [
    'a ]]> b',
    ']]>',
    '<![CDATA[a]]>',
    '<b>a</b> & b &amp; c &lt;d&gt;',
    '</title><script>alert(1)</script>',
    '<?xml version="1.0"?>',
    '<!-- a -->',
    `"double" and 'single'`,
    '🐧 👨‍👩‍👧 שלום',
    '&#0; &#x1F; &nbsp;',
    '5 < 6 > 4 && AT&T',
  ];

  it.each(HOSTILE)('is kept in every place and format: %j', (text) => {
    const entry: FeedEntry = {
      ...ENTRY,
      title: text,
      summary: text,
      author: text,
      categories: [{ slug: 'a', label: text }],
    };
    const feed = { ...FEED, title: text, description: text, entries: [entry] };
    const rss = parseRssFeed(written('rss', feed));
    expect([rss.title, rss.description, rss.items![0]!.title].map(decoded)).toEqual([text, text, text]);
    expect(unescape(rss.items![0]!.description!)).toBe(text);
    expect(decoded(rss.items![0]!.categories![0]!.name)).toBe(text);
    const atom = parseAtomFeed(written('atom', feed));
    const { title, summary, categories } = atom.entries![0]!;
    expect([atom.title, atom.subtitle, title, summary].map(ofConstruct)).toEqual([text, text, text, text]);
    expect(categories![0]!.label).toBe(text);
    const json = JSON.parse(written('json', feed)) as { title: string; items: { title: string }[] };
    expect([json.title, json.items[0]!.title]).toEqual([text, text]);
  });

  it.each(HOSTILE.slice(0, 3))('ends no CDATA in the content: %j', (text) => {
    const feed = { ...FEED, entries: [{ ...ENTRY, html: `<p>${text}</p>` }] };
    expect(parseRssFeed(written('rss', feed)).items![0]!.content?.encoded).toBe(`<p>${text}</p>`);
    expect(parseAtomFeed(written('atom', feed)).entries![0]!.content?.value).toBe(`<p>${text}</p>`);
  });

  it.each(FORMATS)('loses only the characters that feeds cannot contain, in %s', (format) => {
    const hostile = 'a\u0000b\u001Bc\uD800d\u009Be\uFFFFf';
    const entry = { ...ENTRY, title: hostile, summary: hostile, html: hostile, author: hostile };
    expect(written(format, { ...FEED, entries: [entry] }).match(/abcdef/g)).toHaveLength(4);
  });
});

/** In RSS, a title that looks like HTML is HTML. */
function decoded(title: string | undefined): string | undefined {
  return /&lt;|&amp;/.test(title ?? '') ? unescape(title!) : title;
}

function ofConstruct(text: { value: string; type?: string } | undefined): string | undefined {
  return text?.type === 'html' ? unescape(text.value) : text?.value;
}

function unescape(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
