import type { Licence } from '../../articles/attribution.ts';
import type { NamedTag } from '../../articles/named-tags.ts';
import type { Relation } from '../../content/schemas/attribution.ts';

/** A feed, whatever the format. Texts are plain, addresses absolute. */
export interface FeedModel {
  /** Never changes, and is the same in every format and archive document. */
  id: string;
  title: string;
  description: string;
  /** The page that the feed belongs to. */
  link: string;
  /** BCP 47. */
  language: string;
  /** Who runs the site. */
  author: { name: string; url?: string | undefined };
  licence: Licence;
  /** All of its articles, newest first. */
  entries: readonly FeedEntry[];
  /** How many of them are in one document. */
  pageSize: number;
}

/** One article in a feed. */
export interface FeedEntry {
  /** Never changes, even if the title or the address does. */
  id: string;
  title: string;
  link: string;
  /** Who wrote this text. */
  author: string;
  /** BCP 47. */
  language: string;
  published: Date;
  updated: Date;
  summary: string;
  /** The whole article as HTML for feed readers. */
  html: string;
  /** Its tags. */
  categories: readonly Pick<NamedTag, 'slug' | 'label'>[];
  /** Undefined if none is stated. */
  licence: Licence | undefined;
  /** The publication that it builds on. */
  original: Original | undefined;
}

/** Somebody else's text, and how the article relates to it. */
export interface Original {
  relation: Relation;
  title: string;
  url: string;
  author: string;
  published: Date;
}

/** When the latest change to some articles was; undefined if there are none. Doesn't depend on the current time. */
export function lastChange(entries: readonly FeedEntry[]): Date | undefined {
  const times = entries.map((entry) => Math.max(entry.updated.getTime(), entry.published.getTime()));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}

/** `“Title” by Author` in the shortest form that every language reads: `Title – Author`. */
export function credit({ title, author }: Original): string {
  return `${title} – ${author}`;
}
