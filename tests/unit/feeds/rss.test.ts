import { parseRssFeed, type RssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { lastChange, type FeedEntry, type FeedModel } from '../../../src/feeds/model.ts';
import { rssFeed } from '../../../src/feeds/rss.ts';

const ENTRY: FeedEntry = {
  id: 'tag:example.org,2024-01-01:xen',
  title: 'Xen',
  link: 'https://example.org/articles/xen/',
  author: 'A reader',
  published: new Date('2024-01-01T10:00:00Z'),
  updated: new Date('2024-02-01T10:00:00Z'),
  summary: 'About Xen.',
  html: '<p>Text.</p>',
  categories: ['Xen', 'Linux'],
  original: undefined,
};

const FEED: FeedModel = {
  title: 'Notes',
  description: 'All notes.',
  link: 'https://example.org/',
  self: 'https://example.org/rss.xml',
  language: 'en',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  entries: [ENTRY],
};

describe('a feed', () => {
  it('says what it is, in which language, where it is and on what terms', () => {
    expect(parse(FEED)).toMatchObject({
      title: 'Notes',
      description: 'All notes.',
      link: 'https://example.org/',
      language: 'en',
      lastBuildDate: 'Thu, 01 Feb 2024 10:00:00 GMT',
      generator: 'Opsnotes',
      atom: { links: [{ href: 'https://example.org/rss.xml', rel: 'self', type: 'application/rss+xml' }] },
      creativeCommons: { licenses: ['https://creativecommons.org/licenses/by/4.0/'] },
    });
  });

  it('without articles is a feed all the same, without a date', () => {
    const feed = parse({ ...FEED, entries: [] });
    expect([feed.title, feed.items ?? [], feed.lastBuildDate]).toEqual(['Notes', [], undefined]);
  });

  it('is the same whenever it is made', () => {
    expect(rssFeed(FEED)).toBe(rssFeed(structuredClone(FEED)));
  });
});

describe('an article in a feed', () => {
  it('has everything that a reader needs', () => {
    expect(items([ENTRY])).toEqual([
      {
        title: 'Xen',
        link: 'https://example.org/articles/xen/',
        guid: { value: 'tag:example.org,2024-01-01:xen', isPermaLink: false },
        pubDate: 'Mon, 01 Jan 2024 10:00:00 GMT',
        description: 'About Xen.',
        categories: [{ name: 'Xen' }, { name: 'Linux' }],
        content: { encoded: '<p>Text.</p>' },
        dc: expect.objectContaining({ creators: ['A reader'] }) as object,
      },
    ]);
  });

  it('names the original that it draws on', () => {
    const original = { title: 'O', url: 'https://log.example/1/?a=b&c=d', author: 'A colleague' };
    expect(items([{ ...ENTRY, original }])).toMatchObject([
      { atom: { links: [{ href: 'https://log.example/1/?a=b&c=d', rel: 'via' }] } },
    ]);
  });

  it('stays in its place', () => {
    const ids = ['c', 'a', 'b'].map((id) => ({ ...ENTRY, id }));
    expect(items(ids).map((item) => item.guid?.value)).toEqual(['c', 'a', 'b']);
  });

  it.each([
    'a ]]> b',
    ']]>',
    '<![CDATA[a]]>',
    '<b>a</b> & b &amp; c &lt;d&gt;',
    '</title><script>alert(1)</script>',
    '<?xml version="1.0"?>',
    `"double" and 'single'`,
    '🐧 👨‍👩‍👧 שלום',
    '&#0; &#x1F; &nbsp;',
    '5 < 6 > 4',
  ])('keeps a title, summary, author, tag and text such as %j', (text) => {
    const entry = { ...ENTRY, title: text, summary: text, author: text, html: text, categories: [text] };
    expect(items([entry])).toMatchObject([
      {
        title: text,
        description: text,
        content: { encoded: text },
        dc: { creators: [text] },
        categories: [{ name: text }],
      },
    ]);
    expect(parse({ ...FEED, title: text, description: text })).toMatchObject({
      title: text,
      description: text,
    });
  });

  it.each([
    ['a\u0000b\u001Bc\uD800d', 'abcd'],
    ['\u0008', undefined],
  ])('loses the characters that no XML may hold: %j', (text, left) => {
    expect(items([{ ...ENTRY, title: text }])[0]?.title).toBe(left);
  });
});

describe('a comment of HTML in a title', () => {
  it('is text, though this parser leaves it out when it reads it back', () => {
    const xml = rssFeed({ ...FEED, entries: [{ ...ENTRY, title: '<!-- a -->' }] });
    expect(xml).toContain('<![CDATA[<!-- a -->]]>');
  });
});

describe('the last change of a feed', () => {
  it('is that of the newest thing in it', () => {
    const old = { ...ENTRY, published: new Date('2010-01-01'), updated: new Date('2010-01-01') };
    expect(lastChange({ ...FEED, entries: [old, ENTRY] })).toEqual(new Date('2024-02-01T10:00:00Z'));
  });

  it('is the publication where that came after', () => {
    const early = { ...ENTRY, updated: new Date('2023-01-01') };
    expect(lastChange({ ...FEED, entries: [early] })).toEqual(ENTRY.published);
  });

  it('is unknown without articles', () => {
    expect(lastChange({ ...FEED, entries: [] })).toBeUndefined();
  });
});

function parse(feed: FeedModel): RssFeed.Feed<string> {
  return parseRssFeed(rssFeed(feed));
}

function items(entries: FeedEntry[]): RssFeed.Item<string>[] {
  return parse({ ...FEED, entries }).items ?? [];
}
