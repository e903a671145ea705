import type { Article } from './articles.ts';
import type { NamedTag } from './named-tags.ts';
import { site } from './site.ts';

/** A tag and its articles, newest first. */
export interface TagWithArticles extends NamedTag {
  articles: Article[];
}

/** The tags in use, by label. A tag without articles gets no page. */
export function tagsOf(articles: readonly Article[]): TagWithArticles[] {
  const tags = new Map<string, TagWithArticles>();
  for (const article of articles) {
    for (const tag of article.tags) {
      const known = tags.get(tag.slug) ?? { ...tag, articles: [] };
      known.articles.push(article);
      tags.set(tag.slug, known);
    }
  }
  const { compare } = new Intl.Collator(site.locale);
  return [...tags.values()].sort((a, b) => compare(a.label, b.label));
}

/** The tags most often combined with a tag, with the number of articles that have both. */
export function relatedTags(tag: TagWithArticles, most = 8): { tag: NamedTag; shared: number }[] {
  const others = tagsOf(tag.articles).filter((other) => other.slug !== tag.slug);
  return others
    .map((other) => ({ tag: other, shared: other.articles.length }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most);
}
