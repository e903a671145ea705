import fc from 'fast-check';
import { deserialize, serialize } from 'node:v8';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { ArticleTerms } from '../../../src/search/article-terms.ts';
import { buildIndex, pack } from '../../../src/search/build-index.ts';
import { indexedArticle, type SearchedArticle } from '../../../src/search/indexed-article.ts';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('self-heal', '--raid=1'));

const searched: fc.Arbitrary<SearchedArticle> = fc.record({
  alsoFoundBy: fc.array(text, { maxLength: 2 }),
  record: fc.record({
    path: text,
    title: text,
    description: text,
    kind: text,
    year: fc.nat(3000),
    lang: text,
    tags: fc.array(fc.tuple(text, text), { maxLength: 2 }),
    commands: fc.array(
      fc.record({
        anchor: text,
        command: text,
        introduction: text,
        hosts: fc.array(text, { maxLength: 1 }),
        sign: text,
        programs: fc.array(text, { maxLength: 2 }),
        destructive: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    sections: fc.array(fc.record({ id: text, title: text, text }), { maxLength: 2 }),
  }),
});

const ARTICLE: SearchedArticle = {
  alsoFoundBy: ['gluster'],
  record: {
    path: '/articles/volume/',
    title: 'Mirror',
    description: '',
    kind: 'guide',
    year: 2010,
    lang: 'en',
    tags: [['glusterfs', 'GlusterFS']],
    commands: [
      {
        anchor: 'step-1',
        command: 'glusterfs-volgen --Raid 1',
        introduction: 'Mirror files.',
        hosts: [],
        sign: '#',
        programs: ['glusterfs-volgen'],
        destructive: false,
      },
    ],
    sections: [{ id: '', title: '', text: 'Mirror files.' }],
  },
};

/** The terms of each document, with their counts. */
function documentsOf(terms: ArticleTerms): Record<string, number>[] {
  let end = 0;
  const all = Array.from(terms.sizes, (size) => terms.text.slice(end, (end += size)));
  return Array.from(terms.ends, (to, number) => {
    const from = terms.ends[number - 1] ?? 0;
    const own = [...terms.postingTerms.slice(from, to)].map((term) => all[term]!);
    return Object.fromEntries(own.map((term, at) => [term, terms.counts[terms.postingCounts[from + at]!]!]));
  });
}

it('an article is indexed by each of its commands and by all that it says', () => {
  const { record, names, terms } = indexedArticle(ARTICLE);
  expect(JSON.parse(record)).toEqual(ARTICLE.record);
  expect(names).toEqual({ programs: ['glusterfs-volgen'], options: ['--raid'], tags: ['glusterfs'] });
  expect(documentsOf(terms)).toMatchObject([
    { 'glusterfs-volgen': 3, volgen: 1.6, '--raid': 1, mirror: 1, '\u0001part:volgen': 0 },
    { mirror: 5, gluster: 2, files: 1, '--raid': 0.5, '\u0001tag:glusterfs': 0 },
  ]);
});

it('the index of articles that were kept is that of articles indexed anew', () => {
  fc.assert(
    fc.property(fc.array(searched, { maxLength: 4 }), (articles) => {
      const indexed = articles.map(indexedArticle);
      const kept = deserialize(serialize(indexed)) as typeof indexed;
      expect(buildIndex(kept)).toEqual(buildIndex(articles.map(indexedArticle)));
    }),
  );
});

it('a text comes back from its packed bytes', () => {
  const long = 'архив '.repeat(10_000);
  expect(inflateSync(pack(long)).toString()).toBe(long);
});
