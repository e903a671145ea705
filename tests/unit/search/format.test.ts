import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePostings, encodePostings } from '../../../src/search/format.ts';

it('postings are written as letters for weights, with distances that are not one before them', () => {
  const postings = [
    { document: 0, weight: 3 },
    { document: 1, weight: 1 },
    { document: 9, weight: 16 },
    { document: 1000, weight: 2 },
  ];
  expect(encodePostings(postings)).toBe('CA8PuvB');
});

it('postings come back as they were', () => {
  const documents = fc
    .uniqueArray(fc.nat(1_000_000), { maxLength: 200 })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(documents, fc.infiniteStream(fc.integer({ min: 1, max: 16 })), (list, weights) => {
      const postings = list.map((document) => ({ document, weight: Number(weights.next().value) }));
      expect(decodePostings(encodePostings(postings))).toEqual(postings);
    }),
  );
});
