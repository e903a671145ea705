import { buildIndex, pack } from '../search/build-index.ts';
import { indexedArticle, type IndexedArticle } from '../search/indexed-article.ts';
import { searchedArticle } from '../search/records.ts';
import type { Article } from './articles.ts';
import type { SiteFile } from './files.ts';
import type { Memo } from './memo.ts';
import { SEARCH_INDEX } from './paths.ts';

/**
 * The search index, with the articles in the order of their files' names.
 *
 * @param terms of each article, by its digest
 */
export function searchFiles(articles: readonly Article[], terms: Memo<IndexedArticle>): SiteFile[] {
  const sorted = articles.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const index = buildIndex(
    sorted.map((article) =>
      terms.get(article.digest, () =>
        indexedArticle(searchedArticle({ ...article, blocks: article.outline.blocks })),
      ),
    ),
  );
  return [...index].map(([name, text]) => ({
    path: `${SEARCH_INDEX}${name}.bin`,
    of: text,
    type: 'application/octet-stream',
    content: () => pack(text),
  }));
}
