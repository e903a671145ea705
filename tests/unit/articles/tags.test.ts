import { describe, expect, it } from 'vitest';
import { relatedTags, tagsOf, type TagWithArticles } from '../../../src/articles/tags.ts';
import { anArticle, aTag } from './an-article.ts';

const ARTICLES = [
  anArticle({ slug: 'd', tags: ['xen', 'linux', 'cloud'] }),
  anArticle({ slug: 'c', tags: ['xen', 'linux'] }),
  anArticle({ slug: 'b', tags: ['linux'] }),
  anArticle({ slug: 'a', tags: ['mail'] }),
];

describe('the tags of some articles', () => {
  it('are ordered by label, each with its articles in the order given', () => {
    expect(tagsOf(ARTICLES).map(({ label, articles }) => [label, articles.map(({ slug }) => slug)])).toEqual([
      ['CLOUD', ['d']],
      ['LINUX', ['d', 'c', 'b']],
      ['MAIL', ['a']],
      ['XEN', ['d', 'c']],
    ]);
  });

  it('are sorted the way people sort them', () => {
    const labels = ['éa', 'Zb', 'ac', 'Яd'];
    const tags = labels.map((label, index) => ({ ...aTag(`t${index}`), label }));
    const article = { ...anArticle(), tags };
    expect(tagsOf([article]).map(({ label }) => label)).toEqual(['ac', 'éa', 'Zb', 'Яd']);
  });

  it('are empty if there are no articles', () => {
    expect(tagsOf([])).toEqual([]);
  });
});

describe('related tags', () => {
  it('are the ones used most often with a tag, in that order', () => {
    expect(named(relatedTags(tag('xen')))).toEqual(['linux 2', 'cloud 1']);
    expect(named(relatedTags(tag('linux')))).toEqual(['xen 2', 'cloud 1']);
  });

  it('are at most eight', () => {
    const [first] = tagsOf([anArticle({ tags: Array.from({ length: 12 }, (_, at) => `tag-${at}`) })]);
    expect(relatedTags(first!)).toHaveLength(8);
  });

  it('are empty for a tag that is always alone', () => {
    expect(relatedTags(tag('mail'))).toEqual([]);
  });
});

function tag(slug: string): TagWithArticles {
  return tagsOf(ARTICLES).find((known) => known.slug === slug)!;
}

function named(related: ReturnType<typeof relatedTags>): string[] {
  return related.map((item) => `${item.slug} ${item.articles.length}`);
}
