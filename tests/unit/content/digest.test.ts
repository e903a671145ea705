import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/content/digest.ts';

describe('a digest', () => {
  it('is the same for the same data, and different for other data', () => {
    const data = { title: 'a', tags: ['b'], published: new Date(0) };
    expect(digestOf(data)).toBe(digestOf(structuredClone(data)));
    for (const other of [{ title: 'b' }, { tags: ['b', 'c'] }, { published: new Date(1) }, { more: 1 }])
      expect(digestOf({ ...data, ...other })).not.toBe(digestOf(data));
  });

  it('uses an object’s own digest if it has one', () => {
    const article = { digest: 'x', text: 'long' };
    expect(digestOf([article])).toBe(digestOf([{ digest: 'x', text: 'other' }]));
    expect(digestOf([article])).not.toBe(digestOf([{ ...article, digest: 'y' }]));
  });

  it.each([new Map([[1, 2]]), new Set([1]), () => 1])('rejects what it would lose: %s', (value) => {
    expect(() => digestOf({ deep: [value] })).toThrow(TypeError);
  });
});
