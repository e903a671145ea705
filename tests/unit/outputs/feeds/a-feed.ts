import type { FeedAddresses } from '../../../../src/outputs/feeds/documents.ts';
import { feedDocuments } from '../../../../src/outputs/feeds/documents.ts';
import { feedFile, type FeedFormat } from '../../../../src/articles/feed-format.ts';
import type { FeedEntry, FeedModel } from '../../../../src/outputs/feeds/model.ts';
import { writeFeed } from '../../../../src/outputs/feeds/write-feed.ts';

export const ENTRY: FeedEntry = {
  id: 'tag:example.org,2024:2024-01-01T10:00:00Z',
  title: 'Xen',
  link: 'https://example.org/articles/xen/',
  author: 'A reader',
  language: 'en',
  published: new Date('2024-01-01T10:00:00Z'),
  updated: new Date('2024-02-01T10:00:00Z'),
  summary: 'About Xen.',
  html: '<p>Text.</p>',
  categories: [
    { slug: 'xen', label: 'Xen' },
    { slug: 'linux', label: 'Linux' },
  ],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  original: undefined,
};

export const FEED: FeedModel = {
  id: 'tag:example.org,2024:feed/',
  title: 'Notes',
  description: 'All notes.',
  link: 'https://example.org/',
  language: 'en',
  author: { name: 'The editor', url: 'https://example.org/about/' },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  entries: [ENTRY],
  pageSize: 20,
};

export const ADDRESSES: FeedAddresses = {
  live: (format) => `https://example.org/${feedFile(format)}`,
  archive: (number) => `https://example.org/atom-${number}.xml`,
};

/** The live document of a feed as text. */
export function written(format: FeedFormat, feed: FeedModel = FEED): string {
  return text(writeFeed(feedDocuments(feed)[0]!, format, ADDRESSES));
}

export function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** So many entries, newest first, a day between them; the oldest is number 1. */
export function entries(count: number): FeedEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const published = new Date(Date.UTC(2024, 0, number));
    return { ...ENTRY, id: `tag:example.org,2024:${number}`, published, updated: published };
  });
}
