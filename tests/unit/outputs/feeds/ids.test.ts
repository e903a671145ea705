import { describe, expect, it } from 'vitest';
import { entryId } from '../../../../src/outputs/feeds/ids.ts';

const AUTHORITY = 'example.org,2026';

describe('the id of an article', () => {
  it('is made from the day as written and the slug', () => {
    expect(idOf({ slug: 'a' })).toBe('tag:example.org,2026:2010-05-28/a');
  });

  it('stays the same when the slug changes and the old address redirects', () => {
    expect(idOf({ slug: 'b', aliases: ['/articles/a/'] })).toBe(idOf({ slug: 'a' }));
  });

  it('uses the oldest of several slugs', () => {
    const aliases = ['/2010/05/old/', '/articles/a/', '/articles/b/'];
    expect(idOf({ slug: 'c', aliases })).toBe('tag:example.org,2026:2010-05-28/a');
  });

  it('is the one in the frontmatter', () => {
    expect(idOf({ slug: 'a', id: 'https://old.example/?p=7' })).toBe('https://old.example/?p=7');
  });
});

function idOf({ slug, id, aliases = [] }: { slug: string; id?: string; aliases?: string[] }): string {
  return entryId({ slug, publishedDay: '2010-05-28', data: { id, aliases } }, AUTHORITY);
}
