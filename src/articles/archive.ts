import type { Article } from './articles.ts';

/** One year's articles. */
export interface Year {
  year: number;
  articles: Article[];
}

/** Articles by the year of publication, in the order in which they come. */
export function byYear(articles: readonly Article[]): Year[] {
  const years = new Map<number, Article[]>();
  for (const article of articles) {
    const year = Number(article.publishedDay.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), article]);
  }
  return [...years].map(([year, ofYear]) => ({ year, articles: ofYear }));
}
