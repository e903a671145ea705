import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/content/read-content.ts';

const SMALL = resolve('tests/fixtures/sites/small');

describe('a content folder that has been read', () => {
  it('has its entries in the order of their file names', () => {
    const content = readContent(SMALL);
    expect(content.articles.map(({ slug }) => slug)).toEqual([
      'a-draft',
      'a-very-long-title',
      'copy-times',
      'copying-together',
      'hostile-title',
      'iptables-basics',
      'nftables-basics',
      'nightly-copies',
      'replace-a-disk',
      'rsync-po-shagam',
      'storage-day',
      'timers-instead-of-cron',
    ]);
    expect(content.pages.map(({ slug }) => slug)).toEqual(['about']);
    expect(content.tags.map(({ slug }) => slug)).toEqual([
      'firewall',
      'scheduling',
      'shell',
      'storage',
      'unused',
    ]);
    expect(content.sources.map(({ slug }) => slug)).toEqual(['example-log']);
  });

  it('names an article in a folder by its folder', () => {
    const { articles } = readContent(SMALL);
    expect(articles.find(({ slug }) => slug === 'copy-times')?.file).toBe(
      resolve(SMALL, 'articles/copy-times/index.mdx'),
    );
  });

  it('gives each comment the slug of its article', () => {
    const { comments } = readContent(SMALL);
    expect(comments.map(({ article, slug }) => `${article}/${slug}`)).toEqual([
      'nftables-basics/a-reply',
      'nftables-basics/first',
      'timers-instead-of-cron/one',
    ]);
  });

  it('knows the lines of its frontmatter', () => {
    const { articles } = readContent(SMALL);
    const disk = articles.find(({ slug }) => slug === 'replace-a-disk');
    expect([disk?.lineOf(['kind']), disk?.lineOf(['attribution', 'url'])]).toEqual([2, 17]);
  });

  it('keeps what a schema rejects, for the other checks', () => {
    const { articles } = readContent(resolve('tests/fixtures/sites/faulty/wrong-date'));
    expect(articles[0]).toMatchObject({
      data: undefined,
      raw: { title: 'One fault', published: '2023-02-29' },
    });
  });

  it('is empty if there is no such folder', () => {
    expect(readContent('/no/such/folder')).toEqual({
      folder: '/no/such/folder',
      articles: [],
      pages: [],
      tags: [],
      sources: [],
      comments: [],
      verifications: [],
      strays: new Set(),
      faults: [],
    });
  });
});
