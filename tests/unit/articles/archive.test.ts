import { describe, expect, it } from 'vitest';
import { byYear } from '../../../src/articles/archive.ts';
import { anArticle } from './an-article.ts';

describe('articles by year', () => {
  it('are grouped by the day as written, and keep their order', () => {
    const articles = [
      anArticle({ slug: 'd', published: '2025-03-01' }),
      anArticle({ slug: 'c', published: '2024-12-31T23:30:00-02:00' }),
      anArticle({ slug: 'b', published: '2024-12-31T23:30:00Z' }),
      anArticle({ slug: 'a', published: '2010-01-01' }),
    ];
    expect(byYear(articles).map(({ year, articles: some }) => [year, some.map(({ slug }) => slug)])).toEqual([
      [2025, ['d']],
      [2024, ['c', 'b']],
      [2010, ['a']],
    ]);
  });

  it('are empty if there are none', () => {
    expect(byYear([])).toEqual([]);
  });
});
