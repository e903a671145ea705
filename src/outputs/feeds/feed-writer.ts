import type { FeedAddresses, FeedDocument } from './documents.ts';
import type { FeedEntry } from './model.ts';

/** How a format is written: what comes before the articles, each article, and what comes between and after them. */
export interface FeedWriter {
  open: (document: FeedDocument, address: FeedAddresses) => string;
  item: (entry: FeedEntry) => string;
  between: string;
  close: string;
}
