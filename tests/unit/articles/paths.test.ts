import { describe, expect, it } from 'vitest';
import { feedPaths, sourcePath, tagPath } from '../../../src/articles/paths.ts';
import { articlePath, pagePath } from '../../../src/content/text-paths.ts';
import { absolute, href, useSite } from '../../../src/articles/site.ts';
import { loadSite } from '../../../src/content/read-site.ts';

useSite(loadSite('tests/fixtures/sites/small'));

describe('a path', () => {
  it('starts at the site’s root', () => {
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

  it('includes the folder that the site is served from in a page', () => {
    expect([href('/'), href('/tags/b/')]).toEqual(['/notes/', '/notes/tags/b/']);
  });

  it('is a full URL in a feed', () => {
    expect([absolute('/'), absolute('/tags/b/')]).toEqual([
      'https://example.test/notes/',
      'https://example.test/notes/tags/b/',
    ]);
  });
});
