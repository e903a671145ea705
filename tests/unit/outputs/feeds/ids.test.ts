import { describe, expect, it } from 'vitest';
import { entryIds, type Identified } from '../../../../src/outputs/feeds/ids.ts';

const AUTHORITY = 'example.org,2026';

describe('the id of an article', () => {
  it('is the instant at which it was published', () => {
    expect(idOf({ slug: 'a', published: '2010-05-28T00:34:10Z' })).toBe(
      'tag:example.org,2026:2010-05-28T00:34:10Z',
    );
  });

  it('stays when the slug changes', () => {
    const published = '2010-05-28T00:34:10Z';
    expect(idOf({ slug: 'b', published })).toBe(idOf({ slug: 'a', published }));
  });

  it('has the first slug where only a day is known', () => {
    const published = '2010-05-28';
    expect(idOf({ slug: 'a', published })).toBe('tag:example.org,2026:2010-05-28/a');
    const aliases = ['/2010/05/old/', '/articles/a/', '/articles/b/'];
    expect(idOf({ slug: 'c', published, aliases })).toBe('tag:example.org,2026:2010-05-28/a');
  });

  it('has the first slug where another article has the same instant', () => {
    const published = '2010-05-28T00:34:10Z';
    expect(ids([{ slug: 'a', published }, { slug: 'b', published }, { slug: 'c' }])).toEqual([
      'tag:example.org,2026:2010-05-28/a',
      'tag:example.org,2026:2010-05-28/b',
      'tag:example.org,2026:2024-01-01T10:00:00Z',
    ]);
  });

  it('is what the frontmatter says', () => {
    expect(idOf({ slug: 'a', id: 'https://old.example/?p=7' })).toBe('https://old.example/?p=7');
  });
});

type Fields = Partial<Omit<Identified, 'published'>> & { slug: string; published?: string };

function ids(articles: Fields[]): string[] {
  const identified = articles.map(({ published = '2024-01-01T10:00:00Z', ...fields }) => ({
    id: undefined,
    aliases: [],
    ...fields,
    published: new Date(published),
  }));
  return [...entryIds(identified, AUTHORITY).values()];
}

function idOf(article: Fields): string {
  return ids([article])[0]!;
}
