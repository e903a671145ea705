import { KINDS, type Kind } from '../content/schemas/article.ts';
import type { Article } from './articles.ts';
import { kindFolder, kindTagPath, listPagePath, tagPairPath } from './paths.ts';
import { t } from './site.ts';
import { relatedTags, tagsOf, type Tagged, type TagWithArticles } from './tags.ts';

/** Entries per page of a list. */
export const PAGE_SIZE = 50;

/** One page of a list. */
export interface ListPage<T> {
  /** The list's own address, which is also that of its first page. */
  folder: string;
  path: string;
  items: T[];
  /** Counted from 1. */
  page: number;
  pages: number;
  /** How many items the whole list has. */
  total: number;
}

/** Splits a list into pages; an empty list still gets one page. */
export function listPages<T>(folder: string, items: readonly T[]): ListPage<T>[] {
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  return Array.from({ length: pages }, (_, index) => ({
    folder,
    path: listPagePath(folder, index + 1),
    items: items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    page: index + 1,
    pages,
    total: items.length,
  }));
}

/** A link to fewer articles: its label, its address and how many there are. */
export interface Narrowing {
  label: string;
  path: string;
  count: number;
}

/** Two tags that often go together, in order of their slugs, and the articles that have both. */
export interface TagPair<A extends Tagged = Article> {
  tags: [first: TagWithArticles<A>, second: TagWithArticles<A>];
  path: string;
  articles: A[];
}

/** A pair with fewer shared articles than this gets no page: browsing either tag is quicker. */
const FEWEST_SHARED = 2;

/**
 * The pairs of tags that get a page, by its path: for each tag, the ones it is most often combined with. A page for every pair
 * would mean more pages than articles.
 */
export function tagPairs<A extends Tagged>(
  tags: readonly TagWithArticles<A>[],
  locale?: string,
): Map<string, TagPair<A>> {
  const bySlug = new Map(tags.map((tag) => [tag.slug, tag]));
  const pairs = new Map<string, TagPair<A>>();
  for (const tag of tags) {
    for (const { slug, articles } of relatedTags(tag, locale)) {
      const path = tagPairPath(tag.slug, slug);
      // If one tag never appears without the other, the pair's page would repeat that tag's.
      if (articles.length < FEWEST_SHARED || articles.length === tag.articles.length || pairs.has(path))
        continue;
      const other = bySlug.get(slug)!;
      pairs.set(path, { tags: tag.slug < slug ? [tag, other] : [other, tag], path, articles });
    }
  }
  return pairs;
}

/** Narrows a tag's articles by a second tag; where that pair has no page, links to the second tag. */
export function narrowerByTag(tag: TagWithArticles, pairs: ReadonlyMap<string, TagPair>): Narrowing[] {
  return relatedTags(tag).map((other) => {
    const path = tagPairPath(tag.slug, other.slug);
    return { ...asNarrowing(other), ...(pairs.has(path) && { path }) };
  });
}

/** Narrows a tag's articles by kind; empty if all are of the same kind. */
export function narrowerByKind({ slug, articles }: TagWithArticles): Narrowing[] {
  const kinds = byKind(articles, (kind) => kindTagPath(kind, slug));
  return kinds.length < 2 ? [] : kinds;
}

/** A kind's articles, and those of its tags that other kinds use too: only these need a page for kind and tag. */
export function tagsOfKind<A extends Tagged>(
  kind: Kind,
  articles: readonly A[],
  locale?: string,
): { tag: TagWithArticles<A>; path: string; isShared: boolean }[] {
  const sizes = new Map(tagsOf(articles, locale).map((tag) => [tag.slug, tag.articles.length]));
  const ofKind = articles.filter((article) => article.kind === kind);
  return tagsOf(ofKind, locale).map((tag) => {
    const isShared = sizes.get(tag.slug)! > tag.articles.length;
    return { tag, isShared, path: isShared ? kindTagPath(kind, tag.slug) : tag.path };
  });
}

/** Narrows articles by kind: to all of a kind, or to those in another list. */
export function byKind(articles: readonly Tagged[], path: (kind: Kind) => string = kindFolder): Narrowing[] {
  return KINDS.map((kind) => ({
    label: t.kinds[kind],
    path: path(kind),
    count: articles.filter((article) => article.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

/** A link to a tag's articles. */
export function asNarrowing({ label, path, articles }: TagWithArticles): Narrowing {
  return { label, path, count: articles.length };
}
