import type { FeedFormat } from '../../articles/feed-format.ts';
import type { FeedEntry, FeedModel } from './model.ts';

/** One file of a feed: the live one, which readers subscribe to, or an archive document (RFC 5005, section 4). */
export interface FeedDocument {
  feed: FeedModel;
  /** An archive document's number, from 1, the oldest; undefined for the live one. */
  archive: number | undefined;
  /** The archive document with what comes before. */
  older: number | undefined;
  /** The archive document with what comes after; the newest has none, for what follows is in the live document. */
  newer: number | undefined;
  /** Newest first. */
  entries: readonly FeedEntry[];
}

/** Where a feed's documents lie: whole addresses. */
export interface FeedAddresses {
  live: (format: FeedFormat) => string;
  /** Of an archive document by its number. */
  archive: (number: number) => string;
}

/**
 * A feed → its documents, the live one first. An archive document is a full page of articles, counted from the oldest,
 * so that new articles never change what stands in it. The live document has the newest page; it overlaps the newest
 * archive document wherever the number of articles isn't a multiple of the page, and no article is in neither.
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
 * Whether a document says of itself that it is an archive (`fh:archive`). The only one of a feed doesn't: without a
 * neighbour to link to, the W3C's validator takes it for incomplete.
 */
export function isMarkedArchive({ archive, older, newer }: FeedDocument): boolean {
  return archive !== undefined && (older !== undefined || newer !== undefined);
}
