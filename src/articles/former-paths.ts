import type { Article } from './articles.ts';
import { site } from './site.ts';
import { tagsOf } from './tags.ts';

/** An old path, and where its page is now. */
export interface FormerPath {
  from: string;
  to: { path: string; title: string; lang: string };
}

/** The old paths of articles, and of tag pages that have been renamed. */
export function formerPaths(articles: readonly Article[]): FormerPath[] {
  const ofArticles = articles.flatMap(({ data, path, title, lang }) =>
    data.aliases.map((from) => ({ from, to: { path, title, lang } })),
  );
  const ofTags = tagsOf(articles).flatMap((tag) =>
    tag.formerPaths.map((from) => ({ from, to: { path: tag.path, title: tag.label, lang: site.locale } })),
  );
  return [...ofArticles, ...ofTags];
}
