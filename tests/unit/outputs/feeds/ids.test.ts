import { describe, expect, it } from 'vitest';
import { entryId, type Identified } from '../../../../src/outputs/feeds/ids.ts';

const AUTHORITY = 'example.org,2026';

describe('the id of an article', () => {
  it('is the day that was written and the slug', () => {
    expect(idOf({ slug: 'a' })).toBe('tag:example.org,2026:2010-05-28/a');
  });

  it('stays when the slug changes and the old address leads to the new one', () => {
    expect(idOf({ slug: 'b', aliases: ['/articles/a/'] })).toBe(idOf({ slug: 'a' }));
  });

  it('has the oldest of several slugs', () => {
    const aliases = ['/2010/05/old/', '/articles/a/', '/articles/b/'];
    expect(idOf({ slug: 'c', aliases })).toBe('tag:example.org,2026:2010-05-28/a');
  });

  it('is what the frontmatter says', () => {
    expect(idOf({ slug: 'a', id: 'https://old.example/?p=7' })).toBe('https://old.example/?p=7');
  });
});

function idOf(fields: Partial<Identified> & { slug: string }): string {
  return entryId({ id: undefined, aliases: [], publishedDay: '2010-05-28', ...fields }, AUTHORITY);
}
