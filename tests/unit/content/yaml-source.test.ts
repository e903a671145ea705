import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/content/yaml-source.ts';

const TEXT = [
  'title: A', // 1
  'tags:', // 2
  '  - xen', // 3
  '  - linux', // 4
  'event:', // 5
  '  name: B', // 6
  'talks:', // 7
  '  - title: C', // 8
  '    speakers: [D, E]', // 9
  'body: |', // 10
  '  F', // 11
  '  G', // 12
].join('\n');

/** Characters with a meaning in YAML, and two without one. */
const SYNTAX = 'a b : - [ ] { } & * ! | > \' " % @ ` # , ? \n \t'.split(' ').concat(' ');

describe('the value of YAML', () => {
  it.each([
    ['a: 2010-05-28', { a: '2010-05-28' }],
    ['a: 2010-05-28T00:34:10Z', { a: '2010-05-28T00:34:10Z' }],
    ['a: yes\nb: no\nc: on', { a: 'yes', b: 'no', c: 'on' }],
    ['a: true\nb: 3.0\nc: 0x10\nd: ~', { a: true, b: 3, c: 16, d: null }],
    ['a: 010', { a: 10 }],
    ['<<: { a: 1 }', { '<<': { a: 1 } }],
    ['', null],
    ['# a comment', null],
    ['- a', ['a']],
  ])('of %j is parsed as YAML 1.2', (text, value) => {
    expect(parseYaml(text)).toMatchObject({ value, errors: [] });
  });
});

describe('the line of', () => {
  const { lineOf } = parseYaml(TEXT);

  it.each([
    [['title'], 1],
    [['tags'], 2],
    [['tags', 0], 3],
    [['tags', 1], 4],
    [['event', 'name'], 6],
    [['talks', 0], 8],
    [['talks', 0, 'title'], 8],
    [['talks', 0, 'speakers'], 9],
    [['talks', 0, 'speakers', 1], 9],
    [['body'], 10],
  ])('%j is the line of its key or item', (path, line) => {
    expect(lineOf(path)).toBe(line);
  });

  it.each([
    [[], 1],
    [['nothing'], 1],
    [['event', 'place'], 5],
    [['tags', 7], 2],
    [['talks', 0, 'title', 'deeper'], 8],
  ])('%j, which does not exist, is that of its nearest parent', (path, line) => {
    expect(lineOf(path)).toBe(line);
  });

  it('anything counts from where the YAML begins in its file', () => {
    expect(parseYaml(TEXT, 2).lineOf(['tags', 1])).toBe(5);
    expect(parseYaml('', 2).lineOf(['title'])).toBe(2);
  });

  it('anything is the same with lines that end in CRLF', () => {
    expect(parseYaml(TEXT.replaceAll('\n', '\r\n')).lineOf(['talks', 0, 'speakers'])).toBe(9);
  });
});

describe('what does not parse', () => {
  it.each([
    [
      'a: 1\nb: c: d',
      2,
      'a value that contains `: ` needs quotes, and the keys of a map must start in the same column',
    ],
    ['a: "b\n', 1, 'a quote is opened here and not closed before the next key'],
    ['a: 1\na: 2', 2, 'this key is already there'],
    ['a: 1\n---\nb: 2', 2, 'a second document begins here'],
    ['a: !secret b', 1, 'Unresolved tag: !secret'],
    ['a: 1\nb: *c', 2, '*c has a special meaning in YAML; a value that begins with * needs quotes'],
    ['a: &b 1\nc: *b', 1, '&b has a special meaning in YAML; a value that begins with & needs quotes'],
  ])('in %j is reported with its line', (text, line, message) => {
    expect(parseYaml(text)).toMatchObject({ value: undefined, errors: [{ line, message }] });
  });

  it('never throws', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...SYNTAX) }));
    fc.assert(
      fc.property(anything, (text) => {
        const { value, errors, lineOf } = parseYaml(text, 2);
        const lines = text.split('\n').length;
        expect(lineOf(['a', 0, 'b'])).toBeGreaterThanOrEqual(2);
        for (const { line } of errors) expect(line).toBeLessThanOrEqual(lines + 1);
        if (errors.length > 0) expect(value).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
