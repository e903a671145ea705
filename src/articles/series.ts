import type { Article } from './articles.ts';

/** An article's place in its series. */
export interface SeriesPlace {
  name: string;
  /** Counted from 1, in order of publication. */
  part: number;
  of: number;
  previous: Article | undefined;
  next: Article | undefined;
}

/** The place of each article in its series, by slug; a series needs at least two articles. */
export function seriesPlaces(articles: readonly Article[]): Map<string, SeriesPlace> {
  const series = Map.groupBy(articles.toReversed(), ({ data }) => data.series);
  const places = new Map<string, SeriesPlace>();
  for (const [name, parts] of series) {
    if (name === undefined || parts.length < 2) continue;
    parts.forEach(({ slug }, at) =>
      places.set(slug, {
        name,
        part: at + 1,
        of: parts.length,
        previous: parts[at - 1],
        next: parts[at + 1],
      }),
    );
  }
  return places;
}
