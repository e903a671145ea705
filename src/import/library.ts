import { FIXED_PATHS, kindFolder, tagPath } from '../articles/paths.ts';
import { readContent, type Content } from '../content/read-content.ts';
import { KINDS } from '../content/schemas/article.ts';
import { articlePath, pagePath } from '../content/text-paths.ts';

/** What a content folder has before an import. */
export interface Library {
  tags: Content['tags'];
  sources: Content['sources'];
  slugs: ReadonlySet<string>;
  /**
   * Paths of the site, with a trailing slash, and the article that each leads to; undefined for the site's own pages.
   */
  paths: ReadonlyMap<string, string | undefined>;
  /** Ids and the articles that have them. */
  ids: ReadonlyMap<string, string>;
}

/** Reads what an import must not take from existing articles. Their faults are left to the check. */
export function readLibrary(folder: string): Library {
  const { articles, tags, sources, pages } = readContent(folder);
  const paths = new Map<string, string | undefined>();
  const withSlash = (path: string): string => path.replace(/\/?$/, '/').normalize('NFC').toLowerCase();
  for (const path of [
    ...FIXED_PATHS,
    ...KINDS.map(kindFolder),
    ...tags.map(({ slug }) => tagPath(slug)),
    ...pages.map(({ slug }) => pagePath(slug)),
  ])
    paths.set(withSlash(path), undefined);
  const ids = new Map<string, string>();
  for (const { slug, data } of articles) {
    paths.set(articlePath(slug), slug);
    for (const alias of data?.aliases ?? []) paths.set(withSlash(alias), slug);
    if (data?.id !== undefined) ids.set(data.id, slug);
  }
  return { tags, sources, slugs: new Set(articles.map(({ slug }) => slug)), paths, ids };
}
