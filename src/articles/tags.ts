import { localize, localizedTexts } from '../content/schemas/localized.ts';
import type { Tag } from '../content/schemas/tag.ts';
import type { Article } from './articles.ts';
import type { Entry } from './collections.ts';
import { tagPath } from './paths.ts';
import { site } from './site.ts';

/** A tag in the site's language. */
export interface NamedTag {
  slug: string;
  path: string;
  label: string;
  description: string;
  /** As it may be searched for: its label in every language, and other spellings. */
  spellings: string[];
}

/** A tag and its articles, newest first. */
export interface TagWithArticles extends NamedTag {
  articles: Article[];
}

/** Every tag there is, by slug, in the site's language. */
export function namedTags(entries: readonly Entry<Tag>[]): Map<string, NamedTag> {
  return new Map(entries.map(({ id, data }) => [id, asTag(id, data)]));
}

function asTag(slug: string, { label, description, aliases }: Tag): NamedTag {
  return {
    slug,
    path: tagPath(slug),
    label: localize(label, site.locale),
    description: localize(description, site.locale),
    spellings: [...localizedTexts(label), ...aliases],
  };
}

/** The tags that articles have, by label. A tag that none has gets no page. */
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

/** The tags that stand beside a tag most often, with the number of articles that have both. */
export function relatedTags(tag: TagWithArticles, most = 8): { tag: NamedTag; shared: number }[] {
  const others = tagsOf(tag.articles).filter((other) => other.slug !== tag.slug);
  return others
    .map((other) => ({ tag: other, shared: other.articles.length }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, most);
}
