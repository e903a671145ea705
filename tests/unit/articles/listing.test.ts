import { describe, expect, it } from 'vitest';
import { byKind, listPages, narrowerByKind, tagPairs } from '../../../src/articles/listing.ts';
import { seriesPlaces } from '../../../src/articles/series.ts';
import { tagsOf } from '../../../src/articles/tags.ts';
import { anArticle } from './an-article.ts';

describe('a list', () => {
  it('is split into pages, the first of which has the list’s own address', () => {
    const pages = listPages(
      '/articles/',
      Array.from({ length: 101 }, (_, at) => at),
    );
    expect(pages.map(({ path, items }) => [path, items.length])).toEqual([
      ['/articles/', 50],
      ['/articles/pages/2/', 50],
      ['/articles/pages/3/', 1],
    ]);
  });

  it('that is empty has one page', () => {
    expect(listPages('/archive/', [])).toMatchObject([{ path: '/archive/', pages: 1, total: 0 }]);
  });
});

describe('links to shorter lists', () => {
  const articles = [
    anArticle({ slug: 'a', tags: ['xen', 'linux'] }),
    anArticle({ slug: 'b', tags: ['xen', 'linux'] }),
    anArticle({ slug: 'c', tags: ['xen', 'drbd'], data: { kind: 'guide' } }),
    anArticle({ slug: 'd', tags: ['linux'] }),
  ];

  it('lead to a kind', () => {
    expect(byKind(articles)).toEqual([
      { label: 'Guides', path: '/kinds/guide/', count: 1 },
      { label: 'Notes', path: '/kinds/note/', count: 3 },
    ]);
  });

  it('lead from a tag to a kind, if it has several', () => {
    const [, linux, xen] = tagsOf(articles);
    expect(narrowerByKind(linux!)).toEqual([]);
    expect(narrowerByKind(xen!).map(({ path }) => path)).toEqual(['/kinds/guide/xen/', '/kinds/note/xen/']);
  });

  it('lead to pairs of tags that several articles have, each pair once', () => {
    const pairs = [...tagPairs(tagsOf(articles)).values()];
    expect(pairs.map(({ path, articles: both }) => [path, both.map(({ slug }) => slug)])).toEqual([
      ['/tags/linux/xen/', ['a', 'b']],
    ]);
  });
});

it('the parts of a series are in order of publication; a single part is no series', () => {
  const part = (slug: string, series: string) => anArticle({ slug, data: { series } });
  // Newest first, as everywhere.
  const places = seriesPlaces([
    part('third', 'S'),
    part('other', 'T'),
    part('second', 'S'),
    part('first', 'S'),
  ]);
  expect(places.get('other')).toBeUndefined();
  expect(places.get('second')).toMatchObject({
    name: 'S',
    part: 2,
    of: 3,
    previous: { slug: 'first' },
    next: { slug: 'third' },
  });
});
