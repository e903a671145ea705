import { describe, expect, it } from 'vitest';
import { feedProblems } from '../../../../src/outputs/feeds/validity.ts';
import { ENTRY, FEED } from './a-feed.ts';

describe('what would make a feed invalid', () => {
  it('is empty for a good one', () => {
    expect(feedProblems(FEED)).toEqual([]);
  });

  it.each([
    [{ title: ' \u0007 ' }, 'has no title'],
    [{ id: 'no uri' }, 'not a URI'],
    [{ link: '/articles/a/' }, 'not a full URL'],
    [{ published: new Date('+010000-01-01T00:00:00Z') }, 'has a date'],
  ])('is found: %j', (fields, problem) => {
    const problems = feedProblems({ ...FEED, entries: [{ ...ENTRY, ...fields }] });
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it('includes an id that two articles have', () => {
    expect(feedProblems({ ...FEED, entries: [ENTRY, ENTRY] })).toEqual([
      expect.stringContaining('which another article has too'),
    ]);
  });
});
