import { articlesOf, type Article } from './articles.ts';
import type { Collections } from './collections.ts';
import { commentsByArticle } from './comments.ts';
import { pagesOf, type OwnPage } from './pages.ts';
import { namedSources, type NamedSource } from './sources.ts';
import { namedTags } from './named-tags.ts';

/** The site's content in the shapes that pages and other outputs use. */
export interface SiteContent {
  /** Newest first. */
  articles: Article[];
  /** The site's own pages, such as About. */
  pages: OwnPage[];
  sources: NamedSource[];
}

/**
 * Shapes the collections for pages and outputs.
 *
 * @param drafts whether to include drafts, as the dev server does
 */
export function shapedContent(collections: Collections, { drafts = false } = {}): SiteContent {
  const sources = namedSources(collections.sources);
  const shown = collections.articles.filter(({ data }) => drafts || !data.draft);
  const related = {
    tags: namedTags(collections.tags),
    sources: new Map(sources.map((source) => [source.slug, source])),
    comments: commentsByArticle(collections.comments),
    records: new Map(collections.verifications.map(({ id, data }) => [id, data])),
  };
  return { articles: articlesOf(shown, related), pages: pagesOf(collections.pages), sources };
}
