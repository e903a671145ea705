import { articlesOf, type Article } from './articles.ts';
import type { Collections } from './collections.ts';
import { commentsByArticle } from './comments.ts';
import { pagesOf, type OwnPage } from './pages.ts';
import { namedSources, type NamedSource } from './sources.ts';
import { namedTags } from './named-tags.ts';

/** What a site is made of, in the shapes that pages and the other files take. */
export interface SiteContent {
  /** Newest first. */
  articles: Article[];
  /** The site's own pages, such as About. */
  pages: OwnPage[];
  sources: NamedSource[];
}

/**
 * The collections in the shapes of pages and outputs.
 *
 * @param drafts whether drafts are shown, as they are while somebody writes
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
