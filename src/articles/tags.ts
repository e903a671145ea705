import type { Article } from './articles.ts';
import type { NamedTag } from './named-tags.ts';
import { site } from './site.ts';

/** The fields of an article that decide which lists it appears in. */
export type Tagged = Pick<Article, 'kind' | 'tags'>;

/** A tag and its articles, newest first. */
export interface TagWithArticles<A extends Tagged = Article> extends NamedTag {
  articles: A[];
}

/** The tags in use, by label. A tag without articles gets no page. */
export function tagsOf<A extends Tagged>(
  articles: readonly A[],
  locale: string = site.locale,
): TagWithArticles<A>[] {
  const uses = articles.flatMap((article) => article.tags.map((tag) => ({ tag, article })));
  const { compare } = new Intl.Collator(locale);
  return [...Map.groupBy(uses, ({ tag }) => tag.slug).values()]
    .map((ofTag) => ({ ...ofTag[0]!.tag, articles: ofTag.map(({ article }) => article) }))
    .sort((a, b) => compare(a.label, b.label));
}

/** How many related tags there are at most. */
const MOST_RELATED = 8;

/** The tags most often combined with a tag, each with the articles that have both. */
export function relatedTags<A extends Tagged>(
  tag: TagWithArticles<A>,
  locale?: string,
): TagWithArticles<A>[] {
  return tagsOf(tag.articles, locale)
    .filter(({ slug }) => slug !== tag.slug)
    .sort((a, b) => b.articles.length - a.articles.length)
    .slice(0, MOST_RELATED);
}
