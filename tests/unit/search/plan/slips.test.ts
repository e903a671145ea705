import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correction, isSlip, nearest } from '../../../../src/search/plan/slips.ts';

const NAMES = ['iptables', 'systemctl', 'gdate', 'agate', 'ip', '--verbose', '--version'];

describe('a slip of the pen', () => {
  it.each([
    ['iptabels', 'iptables', 'two letters have changed places'],
    ['systemctll', 'systemctl', 'one is doubled'],
    ['sytemctl', 'systemctl', 'one is missing'],
    ['iptsbles', 'iptables', 'one is another'],
    ['--verbos', '--verbose', 'the last is missing'],
    ['gate', 'gdate', 'the name begins as the word does'],
  ])('%s means %s: %s', (typed, meant) => {
    expect(correction(typed, NAMES)).toBe(meant);
  });

  it.each(['iptables', 'apples', 'ip', 'i', '', 'iptblse'])('%j is none', (typed) => {
    expect(correction(typed, NAMES)).toBeUndefined();
  });

  it('is one letter, whichever way it is looked at', () => {
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

describe('what comes near', () => {
  it('is a few names of the same kind, the nearest first', () => {
    expect(nearest('iptabs', NAMES)).toEqual(['iptables']);
    expect(nearest('--verrsion', NAMES)).toEqual(['--version']);
    expect(nearest('zzzzzz', NAMES)).toEqual([]);
    expect(nearest('zz', NAMES)).toEqual([]);
    expect(nearest('tail', ['wait', 'take', 'mail'])).toEqual(['mail']);
  });
});
