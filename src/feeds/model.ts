/** A feed, whatever the format. Texts are plain, addresses absolute. */
export interface FeedModel {
  title: string;
  description: string;
  /** The page that the feed is of. */
  link: string;
  /** The feed's own address. */
  self: string;
  /** BCP 47. */
  language: string;
  /** The licence's address. */
  licence: string;
  entries: FeedEntry[];
}

/** One article in a feed. */
export interface FeedEntry {
  /** Stays the same for ever, whatever becomes of title and address. */
  id: string;
  title: string;
  link: string;
  /** Who wrote this text. */
  author: string;
  published: Date;
  updated: Date;
  summary: string;
  /** The whole article as HTML for feed readers. */
  html: string;
  categories: string[];
  /** The publication that it draws on. */
  original: { title: string; url: string; author: string } | undefined;
}

/** When the newest thing in a feed changed; undefined in an empty feed. The clock has no part in it. */
export function lastChange(feed: FeedModel): Date | undefined {
  const times = feed.entries.map((entry) => Math.max(entry.updated.getTime(), entry.published.getTime()));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
