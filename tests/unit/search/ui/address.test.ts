import fc from 'fast-check';
import { expect, it } from 'vitest';
import { questionOf, searchOf } from '../../../../src/search/ui/address.ts';

it.each([
  ['', { typed: '', choices: {}, asTyped: false }],
  ['?q=iptables+-F', { typed: 'iptables -F', choices: {}, asTyped: false }],
  [
    '?q=a+%26%26+b&kind=guide&tag=storage&program=a',
    { typed: 'a && b', choices: { kind: 'guide', tag: 'storage', program: 'a' }, asTyped: false },
  ],
  ['?q=iptabels&exact', { typed: 'iptabels', choices: {}, asTyped: true }],
])('%j gives its question, and the question gives it back', (search, question) => {
  expect(questionOf(search)).toEqual(question);
  expect(searchOf(question)).toBe(search);
});

it('an address leaves out what no search would read', () => {
  expect(searchOf({ typed: 'a'.repeat(10_000), choices: {}, asTyped: false })).toHaveLength(403);
  expect(searchOf({ typed: `${'a'.repeat(399)}🐧`, choices: {}, asTyped: false })).toHaveLength(402);
});

it('any address is accepted', () => {
  expect(questionOf('?tag=&kind=&x=1&q=%E0%A4%A')).toEqual({
    typed: '\uFFFD%A',
    choices: {},
    asTyped: false,
  });
});

it('every question survives a round trip through an address', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100, unit: 'grapheme' }), fc.boolean(), (typed, asTyped) => {
      const question = { typed, choices: { tag: 'storage' }, asTyped };
      expect(questionOf(searchOf(question))).toEqual(question);
    }),
  );
});
