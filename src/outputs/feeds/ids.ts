/** What identifies an article, as far as the feeds are concerned. */
export interface Identified {
  slug: string;
  /** The frontmatter's own id. */
  id: string | undefined;
  /** The day of publication, as it was written. */
  publishedDay: string;
  aliases: readonly string[];
}

const FORMER_SLUG = /^\/articles\/([^/]+)\/?$/;

/**
 * The id of an article in the feeds: what its frontmatter says, else a `tag:` URI (RFC 4151) of the day on which it was
 * published and its first slug, the oldest `/articles/…/` among its aliases, else its slug. So it depends on the article
 * alone, whatever is published beside it.
 *
 * @param authority the site's kept part of every id, e.g. `example.org,2026`
 */
export function entryId(article: Identified, authority: string): string {
  return article.id ?? `tag:${authority}:${article.publishedDay}/${firstSlug(article)}`;
}

function firstSlug({ slug, aliases }: Identified): string {
  const former = aliases.map((alias) => FORMER_SLUG.exec(alias)?.[1]).find((name) => name !== undefined);
  return encodeURIComponent(former ?? slug);
}
