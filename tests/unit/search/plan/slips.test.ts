import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correction, isSlip, nearest } from '../../../../src/search/plan/slips.ts';

const NAMES = ['iptables', 'systemctl', 'gdate', 'agate', 'ip', '--verbose', '--version'];

describe('a typo', () => {
  it.each([
    ['iptabels', 'iptables', 'two letters are swapped'],
    ['systemctll', 'systemctl', 'one is doubled'],
    ['sytemctl', 'systemctl', 'one is missing'],
    ['iptsbles', 'iptables', 'one is wrong'],
    ['--verbos', '--verbose', 'the last is missing'],
    ['gate', 'gdate', 'the name starts with the same letter'],
  ])('%s means %s: %s', (typed, meant) => {
    expect(correction(typed, NAMES)).toBe(meant);
  });

  it('in a sentence, it does not change the first letter of a word', () => {
    expect(correction('bdate', NAMES)).toBe('gdate');
    expect(correction('bdate', NAMES, false)).toBeUndefined();
    expect(correction('gdata', NAMES, false)).toBe('gdate');
  });

  it.each(['iptables', 'apples', 'ip', 'i', '', 'iptblse'])('%j is not a typo', (typed) => {
    expect(correction(typed, NAMES)).toBeUndefined();
  });

  it('is one letter, in either direction', () => {
    const word = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isSlip(a, b)).toBe(isSlip(b, a));
      }),
    );
    fc.assert(
      fc.property(word, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (name, place, letter) => {
        const at = place % (name.length + 1);
        expect(isSlip(name.slice(0, at) + letter + name.slice(at), name)).toBe(true);
      }),
    );
  });
});

describe('a suggestion', () => {
  it('is a few names of the same kind, nearest first', () => {
    expect(nearest('iptabs', NAMES)).toEqual(['iptables']);
    expect(nearest('--verrsion', NAMES)).toEqual(['--version']);
    expect(nearest('zzzzzz', NAMES)).toEqual([]);
    expect(nearest('zz', NAMES)).toEqual([]);
    expect(nearest('tail', ['wait', 'take', 'mail'])).toEqual(['mail']);
  });
});
