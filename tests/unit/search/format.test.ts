import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePostings, type Posting } from '../../../src/search/format.ts';
import type { PostingLists } from '../../../src/search/inverted-index.ts';
import { postingsEncoder } from '../../../src/search/postings-encoder.ts';

/** A list of postings for each term → as the inverted index has them. */
function lists(terms: readonly Posting[][]): PostingLists {
  const postings = terms.flat();
  return {
    starts: Uint32Array.from([0, ...terms.keys()], (_, at) => terms.slice(0, at).flat().length),
    documents: Uint32Array.from(postings, ({ document }) => document),
    weights: Uint8Array.from(postings, ({ weight }) => weight),
  };
}

it('postings are written as letters for weights, with distances that are not one before them', () => {
  const postings = [
    { document: 0, weight: 3 },
    { document: 1, weight: 1 },
    { document: 9, weight: 16 },
    { document: 1000, weight: 2 },
  ];
  const encoded = postingsEncoder(lists([postings, [], postings.slice(1, 2)]));
  expect([0, 1, 2].map(encoded)).toEqual(['CA8PuvB', '', '2A']);
});

it('postings come back as they were', () => {
  const documents = fc
    .uniqueArray(fc.nat(0xffff_fffe), { maxLength: 200 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(documents, fc.infiniteStream(fc.integer({ min: 1, max: 16 })), (list, weights) => {
      const postings = list.map((document) => ({ document, weight: Number(weights.next().value) }));
      expect(decodePostings(postingsEncoder(lists([postings]))(0))).toEqual(postings);
    }),
  );
});
