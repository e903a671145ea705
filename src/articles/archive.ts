import type { Article } from './articles.ts';

/** One year's articles. */
export interface Year {
  year: number;
  articles: Article[];
}

/** Groups articles by year of publication, keeping their order. */
export function byYear(articles: readonly Article[]): Year[] {
  const years = Map.groupBy(articles, ({ publishedDay }) => Number(publishedDay.slice(0, 4)));
  return [...years].map(([year, ofYear]) => ({ year, articles: ofYear }));
}
