import { folded } from '../plan/folded.ts';
import { textOf, type SearchedArticle } from './searched-article.ts';

/** More articles tell no more. */
const MOST_READ = 400;

const WORD = /[\p{L}\p{N}_-]+/gu;

/**
 * Words that stand in more than so many places of all articles, most used first, judged by some of the articles. Their part
 * of the index is so large that a query does without it where its other words are enough.
 */
export function commonWordsOf(articles: readonly SearchedArticle[], places: number): string[] {
  const step = Math.ceil(articles.length / MOST_READ);
  const counts = new Map<string, number>();
  for (const article of articles.filter((_, at) => at % step === 0))
    for (const [word] of folded(textOf(article)).matchAll(WORD))
      counts.set(word, (counts.get(word) ?? 0) + step);
  return [...counts]
    .filter(([word, count]) => word.length > 1 && count > places)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}
