import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/articles/articles.ts';
import { allNeighbours, type Neighbours } from '../../../src/articles/neighbours.ts';
import { anArticle } from './an-article.ts';

/** Newest first. */
const ALL = [
  anArticle({ slug: 'e', tags: ['linux'] }),
  anArticle({ slug: 'd', tags: ['linux', 'ocfs2'] }),
  anArticle({ slug: 'c', tags: ['linux', 'xen'] }),
  anArticle({ slug: 'b', tags: ['ocfs2'] }),
  anArticle({ slug: 'a', tags: ['mail'] }),
];

describe('the neighbours of an article', () => {
  it('are the one before and the one after it', () => {
    expect([slug(of('c').newer), slug(of('c').older)]).toEqual(['d', 'b']);
  });

  it('end at the newest and the oldest', () => {
    expect([slug(of('e').newer), slug(of('e').older)]).toEqual([undefined, 'd']);
    expect([slug(of('a').newer), slug(of('a').older)]).toEqual(['b', undefined]);
  });
});

describe('related articles', () => {
  it('share a tag, and a rare tag weighs more than a common one', () => {
    expect(of('d').related.map(slug)).toEqual(['b', 'e', 'c']);
  });

  it('are closer the more tags they share', () => {
    const all = [
      anArticle({ slug: 'c', tags: ['x', 'y', 'z'] }),
      anArticle({ slug: 'b', tags: ['x'] }),
      anArticle({ slug: 'a', tags: ['x', 'y'] }),
    ];
    expect(allNeighbours(all, 9).get(all[0]!.slug)!.related.map(slug)).toEqual(['a', 'b']);
  });

  it('come newest first if they share as much', () => {
    expect(of('e').related.map(slug)).toEqual(['d', 'c']);
  });

  it('are empty if nothing is shared', () => {
    expect(of('a').related).toEqual([]);
  });

  it('are no more than asked for', () => {
    expect(allNeighbours(ALL, 1).get(ALL[1]!.slug)!.related.map(slug)).toEqual(['b']);
  });
});

function of(name: string): Neighbours {
  return allNeighbours(ALL, 9).get(name)!;
}

function slug(article: Article | undefined): string | undefined {
  return article?.slug;
}
