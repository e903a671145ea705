import type { Article } from './articles.ts';

/** One year's articles. */
export interface Year {
  year: number;
  articles: Article[];
}

/** Groups articles by year of publication, keeping their order. */
export function byYear(articles: readonly Article[]): Year[] {
  const years = new Map<number, Article[]>();
  for (const article of articles) {
    const year = Number(article.publishedDay.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), article]);
  }
  return [...years].map(([year, ofYear]) => ({ year, articles: ofYear }));
}
