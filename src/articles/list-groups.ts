import { byYear } from './archive.ts';
import type { Article } from './articles.ts';
import { asNarrowing, byKind, listPages, PAGE_SIZE, type Narrowing } from './listing.ts';
import { ARCHIVE } from './paths.ts';
import { t } from './site.ts';
import { tagsOf } from './tags.ts';

/** Links to shorter lists, under a heading that says what they narrow by. */
export interface ListGroup {
  label: string;
  ways: Narrowing[];
}

/** Show only the tags with most articles; the tags page has the others. */
const MOST_TAGS = 24;

/** Narrows the list of everything by kind, by tag and by year. */
export function allArticleGroups(articles: readonly Article[]): ListGroup[] {
  const tags = tagsOf(articles)
    .toSorted((a, b) => b.articles.length - a.articles.length)
    .slice(0, MOST_TAGS)
    .map(asNarrowing);
  return [
    { label: t.byKind, ways: byKind(articles) },
    { label: t.byTag, ways: tags },
    { label: t.byYear, ways: yearWays(articles) },
  ];
}

/** Links to each year of the archive, on the page where that year begins. */
export function yearWays(articles: readonly Article[]): Narrowing[] {
  const pages = listPages(ARCHIVE, articles);
  let before = 0;
  return byYear(articles).map(({ year, articles: ofYear }) => {
    const { path } = pages[Math.floor(before / PAGE_SIZE)]!;
    before += ofYear.length;
    return { label: String(year), path: `${path}#${year}`, count: ofYear.length };
  });
}
