import { describe, expect, it } from 'vitest';
import { correction, slipCost } from '../../../src/search/spelling.ts';

const PROGRAMS = { iptables: 4, ip6tables: 1, glusterfs: 9, glusterfsd: 2, mount: 6, umount: 3, cat: 5 };

describe('a slip of the pen', () => {
  it.each([
    ['iptabels', 'iptables', 'two letters that changed places'],
    ['gluserfs', 'glusterfs', 'a letter dropped'],
    ['mmount', 'mount', 'a letter doubled'],
    ['iptavles', 'iptables', 'a letter replaced by its neighbour'],
    ['glusterfss', 'glusterfs', 'a letter added'],
  ])('%s means %s: %s', (typed, meant) => {
    expect(correction(typed, PROGRAMS)).toBe(meant);
  });

  it('is none in a word that is known', () => {
    expect(correction('umount', PROGRAMS)).toBeUndefined();
  });

  it('is none where two things are wrong', () => {
    expect(correction('iptbaels', PROGRAMS)).toBeUndefined();
  });

  it('is not looked for in words of two letters', () => {
    expect(correction('ct', PROGRAMS)).toBeUndefined();
  });

  it('costs less when it is one that fingers make', () => {
    expect(slipCost('iptabels', 'iptables')!).toBeLessThan(slipCost('iptaXles', 'iptables')!);
    expect(slipCost('iiptables', 'iptables')!).toBeLessThan(slipCost('xiptables', 'iptables')!);
  });
});
