import { buildIndex, pack } from '../search/build-index.ts';
import { indexedArticle, type IndexedArticle } from '../search/indexed-article.ts';
import { searchedArticle } from '../search/records.ts';
import type { Article } from '../articles/articles.ts';
import type { SiteFile } from './site-files.ts';
import type { Memo } from '../articles/memo.ts';
import { SEARCH_INDEX } from '../articles/paths.ts';

/** Where the terms of each article are kept, by its digest. */
export interface TermsStore {
  terms: () => Memo<IndexedArticle>;
  keepTerms: (terms: Memo<IndexedArticle>) => void;
}

/** The search index, with the articles in the order of their files' names. */
export function searchFiles(articles: readonly Article[], store?: TermsStore): SiteFile[] {
  const terms = store?.terms();
  const sorted = articles.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const indexed = sorted.map((article) => {
    const make = (): IndexedArticle =>
      indexedArticle(searchedArticle({ ...article, blocks: article.outline.blocks }));
    return terms === undefined ? make() : terms.get(article.digest, make);
  });
  if (terms !== undefined) store?.keepTerms(terms);
  return [...buildIndex(indexed)].map(([name, text]) => ({
    path: `${SEARCH_INDEX}${name}.bin`,
    of: text,
    type: 'application/octet-stream',
    content: () => pack(text),
  }));
}
