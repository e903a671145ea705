import type { Article } from '../../articles/articles.ts';

/** What an article's id in the feeds is made from. */
type Identified = Pick<Article, 'slug' | 'publishedDay'> & { data: Pick<Article['data'], 'id' | 'aliases'> };

const FORMER_SLUG = /^\/articles\/([^/]+)\/?$/;

/**
 * The id of an article in the feeds: the one in its frontmatter, or else a `tag:` URI (RFC 4151) made from the day of publication
 * and its first slug, which is the oldest `/articles/…/` among its aliases, or its current slug. It depends only on the article,
 * so other articles can never change it.
 *
 * @param authority the fixed part of every id of the site, e.g. `example.org,2026`
 */
export function entryId(article: Identified, authority: string): string {
  return article.data.id ?? `tag:${authority}:${article.publishedDay}/${firstSlug(article)}`;
}

function firstSlug({ slug, data }: Identified): string {
  const former = data.aliases.map((alias) => FORMER_SLUG.exec(alias)?.[1]).find((name) => name !== undefined);
  return encodeURIComponent(former ?? slug);
}
