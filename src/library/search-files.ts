import { buildIndex } from '../search/build-index.ts';
import { searchedArticle } from '../search/records.ts';
import type { Article } from './articles.ts';
import type { SiteFile } from './files.ts';
import { SEARCH_INDEX } from './paths.ts';

/** The search index, articles by the names of their files. */
export function searchFiles(articles: readonly Article[]): SiteFile[] {
  const sorted = articles.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const index = buildIndex(
    sorted.map(({ outline, ...article }) => searchedArticle({ ...article, outline, blocks: outline.blocks })),
  );
  return [...index].map(([name, content]) => ({
    path: `${SEARCH_INDEX}${name}.bin`,
    of: Buffer.from(content).toString('latin1'),
    type: 'application/octet-stream',
    content: () => content,
  }));
}
