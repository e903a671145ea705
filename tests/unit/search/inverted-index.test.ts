import { expect, it } from 'vitest';
import { ArticleTermsWriter, type ArticleTerms } from '../../../src/search/article-terms.ts';
import { invert } from '../../../src/search/inverted-index.ts';
import { shardsOf } from '../../../src/search/shards.ts';

/** Each document's terms with their counts and its choices → an article's; the last document is the article itself. */
function article(...documents: [terms: Record<string, number>, ...choices: string[]][]): ArticleTerms {
  const writer = new ArticleTermsWriter();
  for (const [terms, ...choices] of documents) {
    writer.add(new Map(Object.entries(terms)));
    writer.endDocument(choices);
  }
  return writer.all();
}

it('an article’s terms are kept once, with the counts of each document', () => {
  expect(article([{ tar: 3, '-x': 1 }], [{ архив: 2, tar: 0.5 }, 'kind:note', 'kind:note'])).toEqual({
    text: 'tar-xархивkind:note',
    sizes: Uint8Array.from([3, 2, 5, 9]),
    counts: [3, 1, 2, 0.5, 0],
    postingTerms: Uint8Array.from([0, 1, 2, 0, 3]),
    postingCounts: Uint8Array.from([0, 1, 2, 3, 4]),
    ends: Uint8Array.from([2, 5]),
    lengths: [4, 2.5],
  });
});

it('counts are summed in a document and begin anew in the next', () => {
  const writer = new ArticleTermsWriter();
  writer.add(new Map([['a', 1]]));
  writer.addOne('a', 0.5);
  writer.endDocument([]);
  writer.addOne('a', 2);
  writer.endDocument([]);
  expect([writer.all().counts, writer.all().lengths]).toEqual([
    [1.5, 2],
    [1.5, 2],
  ]);
});

it('terms stand sorted by code unit, commands and articles numbered through', () => {
  const { terms, commands, articles } = invert([
    article([{ tar: 1 }], [{ b: 1 }]),
    article([{ Я: 1 }], [{ tar: 1 }, 'B']),
    article([{ b: 1, tar: 1 }], [{}]),
  ]);
  expect(terms).toEqual(['B', 'b', 'tar', 'Я']);
  expect([...commands.starts, ...commands.documents]).toEqual([0, 0, 1, 3, 4, 2, 0, 2, 1]);
  expect([...articles.starts, ...articles.documents]).toEqual([0, 1, 2, 3, 3, 1, 0, 1]);
});

it('a term weighs more where it stands more often and in a shorter text; a choice weighs least', () => {
  const { articles } = invert([article([{ a: 1 }]), article([{ a: 4 }, 'b']), article([{ a: 1, c: 9 }])]);
  expect([...articles.weights]).toEqual([10, 13, 5, 1, 13]);
});

it('many terms are cut into shards, each of some kB, that say where they begin', () => {
  const terms = Array.from({ length: 2000 }, (_, number) => `term-${String(number).padStart(4, '0')}`);
  const shards = shardsOf(invert([article([Object.fromEntries(terms.map((term) => [term, 1]))])]));
  const lines = shards.flatMap(({ text }) => text.split('\n'));
  expect(lines.map((line) => line.split('\t')[0])).toEqual(terms);
  expect(shards.map(({ text }) => text.split('\t')[0])).toEqual(shards.map(({ first }) => first));
  expect(shards.length).toBe(2);
});
