import type { FeedFormat } from '../../articles/feed-format.ts';
import type { FeedEntry, FeedModel } from './model.ts';

/** One file of a feed: the live one, which readers subscribe to, or an archive document (RFC 5005, section 4). */
export interface FeedDocument {
  feed: FeedModel;
  /** An archive document's number, from 1, the oldest; undefined for the live one. */
  archive: number | undefined;
  /** The archive document before this one. */
  older: number | undefined;
  /** The archive document after this one. The newest has none, because the live document follows. */
  newer: number | undefined;
  /** Newest first. */
  entries: readonly FeedEntry[];
}

/** The addresses of a feed's documents. */
export interface FeedAddresses {
  live: (format: FeedFormat) => string;
  /** Of an archive document by its number. */
  archive: (number: number) => string;
}

/**
 * A feed → its documents, the live one first. An archive document is a full page of articles, counted from the oldest, so
 * new articles never change it. The live document has the newest page. It usually overlaps the newest archive document, so
 * that every article is in one of them.
 */
export function feedDocuments(feed: FeedModel): FeedDocument[] {
  const { entries, pageSize } = feed;
  const pages = entries.length > pageSize ? Math.floor(entries.length / pageSize) : 0;
  const exists = (page: number): number | undefined => (page >= 1 && page <= pages ? page : undefined);
  const archives = Array.from({ length: pages }, (_, index) => {
    const page = index + 1;
    const end = entries.length - index * pageSize;
    return {
      feed,
      archive: page,
      older: exists(page - 1),
      newer: exists(page + 1),
      entries: entries.slice(end - pageSize, end),
    };
  });
  const live = { archive: undefined, older: exists(pages), newer: undefined };
  return [{ feed, ...live, entries: entries.slice(0, pageSize) }, ...archives];
}

/**
 * Whether a document is marked as an archive (`fh:archive`). A feed's only one isn't: the W3C's validator expects an archive
 * to link to another.
 */
export function isMarkedArchive({ archive, older, newer }: FeedDocument): boolean {
  return archive !== undefined && (older !== undefined || newer !== undefined);
}
