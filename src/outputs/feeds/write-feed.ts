import { atom } from './atom.ts';
import type { FeedAddresses, FeedDocument } from './documents.ts';
import type { FeedFormat } from '../../articles/feed-format.ts';
import { jsonFeed } from './json.ts';
import type { FeedWriter } from './feed-writer.ts';
import type { FeedEntry } from './model.ts';
import { rss } from './rss.ts';

const WRITERS: Readonly<Record<FeedFormat, FeedWriter>> = { rss, atom, json: jsonFeed };

/** Each article's bytes, made once for all documents that it is in. */
const made: Readonly<Record<FeedFormat, WeakMap<FeedEntry, Buffer>>> = {
  rss: new WeakMap(),
  atom: new WeakMap(),
  json: new WeakMap(),
};

/**
 * A document of a feed in one of the formats, in UTF-8. Archive documents are Atom only; all formats link to them.
 *
 * We don't use a library: feedsmith, which the tests read feeds with, has no archives (RFC 5005), puts spaces around
 * escaped text, and can't write titles as the RSS profile asks, about which the W3C's validator warns.
 */
export function writeFeed(
  document: FeedDocument,
  format: FeedFormat,
  address: FeedAddresses,
): Uint8Array<ArrayBuffer> {
  const { open, between, close } = WRITERS[format];
  const separator = Buffer.from(between);
  const items = document.entries.flatMap((entry, index) =>
    index === 0 ? [bytesOf(entry, format)] : [separator, bytesOf(entry, format)],
  );
  return Buffer.concat([Buffer.from(open(document, address)), ...items, Buffer.from(close)]);
}

function bytesOf(entry: FeedEntry, format: FeedFormat): Buffer {
  const bytes = made[format].get(entry) ?? Buffer.from(WRITERS[format].item(entry));
  made[format].set(entry, bytes);
  return bytes;
}
