import { describe, expect, it } from 'vitest';
import { keysAt, stringAt, stringsAt } from '../../../src/checks/raw.ts';

/** Frontmatter that no schema has checked; it may be anything. */
const RAWS = [undefined, null, 5, 'text', [], { a: null }, { a: 5 }, { a: { b: 5 } }];

describe('frontmatter that a schema may have rejected', () => {
  it('returns the string at a key', () => {
    expect(stringAt({ a: { b: 'c' } }, 'a', 'b')).toBe('c');
  });

  it('returns the strings of a list, each in its place', () => {
    expect(stringsAt({ a: ['b', 5, 'c'] }, 'a')).toEqual(['b', '', 'c']);
  });

  it('returns the keys of a map', () => {
    expect(keysAt({ a: { b: 1, c: 2 } }, 'a')).toEqual(['b', 'c']);
  });

  it.each(RAWS)('returns nothing if %j has nothing of the kind', (raw) => {
    expect(stringAt(raw, 'a', 'b', 'c')).toBeUndefined();
    expect(stringsAt(raw, 'a')).toEqual([]);
    expect(keysAt(raw, 'b')).toEqual([]);
  });
});
