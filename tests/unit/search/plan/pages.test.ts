import { describe, expect, it } from 'vitest';
import type { PagefindResult } from '../../../../src/search/plan/client.ts';
import { Pages } from '../../../../src/search/plan/pages.ts';

/** Pages by number, each with its words. */
const BOOK = Array.from({ length: 60 }, (_, page) => [
  'the',
  ...(page < 50 ? ['server'] : []),
  ...(page % 5 === 0 ? ['replace'] : []),
  ...(page === 7 ? ['drbdadm'] : []),
]);

function open(): { pages: Pages; asked: string[] } {
  const asked: string[] = [];
  const client = {
    search: async (term: string) => {
      asked.push(term);
      const found = BOOK.flatMap((words, page) =>
        term.split(' ').every((word) => words.includes(word)) ? [page] : [],
      );
      const results = found.map((page) => ({ id: `p${page}`, score: 1 }) as PagefindResult);
      return Promise.resolve({ results });
    },
  };
  const common = new Map(['the', 'server'].map((word, at) => [word, at]));
  return { pages: new Pages({ client, common }), asked };
}

describe('pages with all words', () => {
  it.each([
    ['common words are not asked where a rare one is enough', 'the server drbdadm', ['drbdadm']],
    ['nor where the rare ones leave few pages', 'the server replace', ['replace']],
    ['of common words alone the least common is asked first', 'the server', ['server', 'server the']],
    ['a common word alone is asked', 'the', ['the']],
    ['words that stand nowhere are asked alone', 'the hippogriff', ['hippogriff']],
  ])('%s', async (_, words, terms) => {
    const { pages, asked } = open();
    await pages.withAll(words.split(' '), {});
    expect(asked).toEqual(terms);
  });

  it('loses none of them', async () => {
    const { pages } = open();
    const { results } = await pages.withAll(['the', 'server', 'replace'], {});
    expect(results.map(({ id }) => id)).toEqual(expect.arrayContaining(['p0', 'p5', 'p45']));
  });

  it('asks of many words five', async () => {
    const { pages, asked } = open();
    await pages.withAll(['one', 'two', 'three', 'four', 'fifth', 'sixth', 'seventh'], {});
    expect(asked.map((term) => term.split(' ').length)).toEqual([5]);
  });
});

it('pages with some of the words come in the order of how many they have', async () => {
  const { pages, asked } = open();
  const found = await pages.withMost(['the', 'replace', 'drbdadm', 'to'], {});
  expect(asked).toEqual(['replace', 'drbdadm']);
  expect(found.map(({ id }) => id)).toContain('p7');
});
