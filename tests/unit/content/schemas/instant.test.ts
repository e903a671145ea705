import { describe, expect, it } from 'vitest';
import { day, dayOf, instant } from '../../../../src/content/schemas/instant.ts';

describe('an instant', () => {
  it.each([
    ['2010-05-28', '2010-05-28T00:00:00.000Z'],
    ['2010-05-28T00:34:10Z', '2010-05-28T00:34:10.000Z'],
    ['2010-05-28T03:34:10+03:00', '2010-05-28T00:34:10.000Z'],
    ['2024-12-31T23:30:00-02:00', '2025-01-01T01:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    const { time, written } = instant.parse(text);
    expect(time.toISOString()).toBe(expected);
    expect(written).toBe(text);
  });

  it.each([
    '2023-02-29',
    '2010-13-01',
    '2010-5-28',
    '28.05.2010',
    '2010-05-28 00:34:10Z',
    '2010-05-28T00:34:10',
    '2010-05-28T25:00:00Z',
    'yesterday',
    '',
    2010,
    1275006850000,
    new Date(0),
    null,
  ])('rejects %s', (value) => {
    expect(instant.safeParse(value).success).toBe(false);
  });
});

describe('the day of an instant', () => {
  it.each([
    ['2010-05-28', '2010-05-28'],
    ['2026-01-01T00:30:00+03:00', '2026-01-01'],
    ['2025-12-31T23:30:00-11:00', '2025-12-31'],
  ])('of %s is %s, in its own zone', (text, expected) => {
    expect(dayOf(instant.parse(text).written)).toBe(expected);
  });
});

describe('a day', () => {
  it('stays the string that it is', () => {
    expect(day.parse('2011-01-29')).toBe('2011-01-29');
  });

  it.each(['2011-02-29', '2011-01-29T00:00:00Z', '29 January', 20110129])('is not %s', (value) => {
    expect(day.safeParse(value).success).toBe(false);
  });
});
