import { describe, expect, it, vi } from 'vitest';
import { feedPaths, sourcePath, tagPath } from '../../../src/articles/paths.ts';
import { articlePath, pagePath } from '../../../src/content/text-paths.ts';

vi.stubEnv('OPSNOTES_CONTENT', 'tests/fixtures/sites/small');
const { absolute, href } = await import('../../../src/articles/site.ts');

describe('a path', () => {
  it('is counted from the site’s root', () => {
    expect([
      articlePath('a'),
      tagPath('b'),
      ...feedPaths(tagPath('b')),
      sourcePath('c'),
      pagePath('d'),
    ]).toEqual([
      '/articles/a/',
      '/tags/b/',
      '/tags/b/rss.xml',
      '/tags/b/atom.xml',
      '/tags/b/feed.json',
      '/sources/#c',
      '/d/',
    ]);
  });

  it('stands in a page below the folder that the site is served from', () => {
    expect([href('/'), href('/tags/b/')]).toEqual(['/notes/', '/notes/tags/b/']);
  });

  it('stands in a feed with the whole address', () => {
    expect([absolute('/'), absolute('/tags/b/')]).toEqual([
      'https://example.test/notes/',
      'https://example.test/notes/tags/b/',
    ]);
  });
});
