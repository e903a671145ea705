import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../../src/content/nearest.ts';

describe('the nearest of some words', () => {
  it.each([
    ['tagz', ['tags', 'title'], 'tags'],
    ['titel', ['tags', 'title'], 'title'],
    ['descripton', ['description', 'published'], 'description'],
    ['glusterfs-volgne', ['glusterfs-volgen', 'gluster'], 'glusterfs-volgen'],
    ['title', ['title'], 'title'],
  ])('to %s is the one that was meant', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it.each([
    ['colour', ['tags', 'title']],
    ['kvm', ['xen']],
    ['ha', ['os']],
    ['b', ['a']],
    ['', ['a']],
    ['tags', []],
  ])('to %j is none of %j', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });
});

describe('the hint', () => {
  it('names the word', () => {
    expect(didYouMean('tagz', ['tags'])).toBe('Did you mean `tags`?');
  });

  it('is left out if no word is close', () => {
    expect(didYouMean('colour', ['tags'])).toBeUndefined();
  });
});
