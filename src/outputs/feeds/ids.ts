/** What identifies an article, as far as the feeds are concerned. */
export interface Identified {
  slug: string;
  /** The frontmatter's own id. */
  id: string | undefined;
  published: Date;
  aliases: readonly string[];
}

const FORMER_SLUG = /^\/articles\/([^/]+)\/?$/;

/**
 * The id of each article in the feeds, by slug: a `tag:` URI (RFC 4151) that outlives a change of address and title.
 *
 * An article is the one that was published at its instant. Where that is only a day, or another has the same, its first
 * slug says which of them: the oldest `/articles/…/` among its aliases, else its slug.
 *
 * @param authority the site's kept part of every id, e.g. `example.org,2026`
 */
export function entryIds(articles: readonly Identified[], authority: string): Map<string, string> {
  const times = new Map<number, number>();
  for (const { published } of articles) times.set(+published, (times.get(+published) ?? 0) + 1);
  return new Map(
    articles.map((article) => {
      const time = article.published.toISOString().replace('.000Z', 'Z');
      const unique = times.get(+article.published) === 1 && !time.endsWith('T00:00:00Z');
      const derived = unique ? time : `${time.slice(0, 10)}/${firstSlug(article)}`;
      return [article.slug, article.id ?? `tag:${authority}:${derived}`];
    }),
  );
}

function firstSlug({ slug, aliases }: Identified): string {
  const former = aliases.map((alias) => FORMER_SLUG.exec(alias)?.[1]).find((name) => name !== undefined);
  return encodeURIComponent(former ?? slug);
}
