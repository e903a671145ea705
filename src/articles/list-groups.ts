import { byYear } from './archive.ts';
import type { Article } from './articles.ts';
import { byKind, listPages, PAGE_SIZE, type Narrowing } from './listing.ts';
import { ARCHIVE } from './paths.ts';
import { t } from './site.ts';
import { tagsOf } from './tags.ts';

/** Ways to shorter lists, under a word of what they go by. */
export interface ListGroup {
  label: string;
  ways: Narrowing[];
}

/** Of all tags, those with most articles; the others stand on the tags' own page. */
const MOST_TAGS = 24;

/** From the list of everything: by kind, by tag, by year. */
export function allArticleGroups(articles: readonly Article[]): ListGroup[] {
  const tags = tagsOf(articles)
    .toSorted((a, b) => b.articles.length - a.articles.length)
    .slice(0, MOST_TAGS)
    .map((tag) => ({ label: tag.label, path: tag.path, count: tag.articles.length }));
  return [
    { label: t.byKind, ways: byKind(articles, (kind) => t.kinds[kind]) },
    { label: t.byTag, ways: tags },
    { label: t.byYear, ways: yearWays(articles) },
  ];
}

/** To each year of the archive, on the page of it where the year begins. */
export function yearWays(articles: readonly Article[]): Narrowing[] {
  const pages = listPages(ARCHIVE, articles);
  let before = 0;
  return byYear(articles).map(({ year, articles: ofYear }) => {
    const { path } = pages[Math.floor(before / PAGE_SIZE)]!;
    before += ofYear.length;
    return { label: String(year), path: `${path}#${year}`, count: ofYear.length };
  });
}
