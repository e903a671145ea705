import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/i18n/date.ts';
import { dictionary } from '../../../src/i18n/dictionary.ts';
import { plural } from '../../../src/i18n/plural.ts';

describe('a count', () => {
  it.each([
    [0, '0 articles', '0 статей'],
    [1, '1 article', '1 статья'],
    [2, '2 articles', '2 статьи'],
    [5, '5 articles', '5 статей'],
    [11, '11 articles', '11 статей'],
    [12, '12 articles', '12 статей'],
    [21, '21 articles', '21 статья'],
    [22, '22 articles', '22 статьи'],
    [111, '111 articles', '111 статей'],
    [1.5, '1.5 articles', '1,5 статьи'],
    [1234567, '1,234,567 articles', '1\u00A0234\u00A0567 статей'],
  ])('of %d is in the form of its language', (n, english, russian) => {
    expect(dictionary('en').articleCount(n)).toBe(english);
    expect(dictionary('ru').articleCount(n)).toBe(russian);
  });

  it.each([
    ['commentCount', '1 комментарий', '2 комментария', '5 комментариев'],
    ['minutes', '1 минута чтения', '2 минуты чтения', '5 минут чтения'],
    ['commandCount', '1 команда', '2 команды', '5 команд'],
    ['copiedCommands', 'Скопирована 1 команда', 'Скопированы 2 команды', 'Скопировано 5 команд'],
  ] as const)('of any kind has all Russian forms: %s', (key, one, two, five) => {
    const count = dictionary('ru')[key];
    expect([count(1), count(2), count(5)]).toEqual([one, two, five]);
  });

  it('uses the general form if a language’s own is not given', () => {
    expect(plural('ru', { other: '{n}' })(1)).toBe('1');
  });
});

describe('a date', () => {
  it.each([
    ['2010-05-28T00:34:10Z', '28 May 2010', '28 мая 2010 г.'],
    ['2010-12-31', '31 December 2010', '31 декабря 2010 г.'],
    ['2024-02-29', '29 February 2024', '29 февраля 2024 г.'],
  ])('of %s is the day as it was written', (day, english, russian) => {
    expect(formatDay(day, 'en')).toBe(english);
    expect(formatDay(day, 'ru')).toBe(russian);
  });
});
