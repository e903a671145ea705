import { describe, expect, it } from 'vitest';
import { dayOfPath, readInstant } from '../../../src/import/instant.ts';

describe('A date', () => {
  it.each([
    ['Fri, 28 May 2010 00:34:10 +0000', '2010-05-28T00:34:10Z'],
    ['Fri, 28 May 2010 03:34:10 +0300', '2010-05-28T03:34:10+03:00'],
    ['28 May 10 00:34 GMT', '2010-05-28T00:34:00Z'],
    ['Fri, 28 May 2010 00:34:10 PST', '2010-05-28T00:34:10-08:00'],
    ['2010-05-28', '2010-05-28'],
    ['2010-05-28 00:34:10', '2010-05-28T00:34:10Z'],
    ['2010-05-28 03:34:10 +0300', '2010-05-28T03:34:10+03:00'],
    ['2010-05-28T00:34:10.123-05:00', '2010-05-28T00:34:10-05:00'],
    ['2010-5-8T0:34', '2010-05-08T00:34:00Z'],
    ['2010/05/28', '2010-05-28'],
    ['May 28, 2010', '2010-05-28'],
  ])('%s is %s', (written, instant) => {
    expect(readInstant(written)).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '1970-01-01T00:00:00Z',
    '0000-00-00 00:00:00',
    '2010-02-30',
    '2010-13-01',
    '12345',
    'Fri, 28 Foo 2010 00:34:10 +0000',
    '2010-05-28T25:00:00Z',
    '2010-05-28T00:00:00+99:00',
  ])('%j is not one', (written) => {
    expect(readInstant(written)).toBeUndefined();
  });

  it('can be read from paths', () => {
    expect(dayOfPath('/2010/05/28/title/')).toBe('2010-05-28');
    expect(dayOfPath('_posts/2010-05-28-title.md')).toBe('2010-05-28');
    expect(dayOfPath('/2010/05/title/')).toBeUndefined();
  });
});
