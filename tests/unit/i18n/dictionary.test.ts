import { describe, expect, it } from 'vitest';
import { DANGER_RULES } from '../../../src/commands/dangers/rules.ts';
import { dictionary } from '../../../src/i18n/dictionary.ts';
import { KINDS } from '../../../src/content/schemas/article.ts';
import { RELATIONS } from '../../../src/content/schemas/attribution.ts';
import { LOCALES } from '../../../src/content/schemas/localized.ts';

const ENGLISH = texts(dictionary('en'));

describe.each(LOCALES)('the dictionary %s', (locale) => {
  const own = texts(dictionary(locale));

  it('has every text, and none that is empty', () => {
    expect(Object.keys(own)).toEqual(Object.keys(ENGLISH));
    expect(Object.entries(own).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has the same placeholders as the English one', () => {
    const blanks = (all: Record<string, string>) =>
      Object.entries(all).map(([key, text]) => [key, text.match(/\{\w+\}/g)?.sort()]);
    expect(blanks(own)).toEqual(blanks(ENGLISH));
  });

  it('has no number left to fill in', () => {
    expect(Object.values(own).filter((text) => text.includes('{n}'))).toEqual([]);
  });

  it('names every kind of article and every relation to a source', () => {
    const t = dictionary(locale);
    expect(Object.keys(t.kind)).toEqual([...KINDS]);
    expect(Object.keys(t.relation)).toEqual([...RELATIONS]);
    expect(Object.keys(t.relationMark)).toEqual([...RELATIONS]);
  });
});

describe('the Russian dictionary', () => {
  it('is in Russian', () => {
    const latin = Object.entries(texts(dictionary('ru'))).filter(
      ([, text]) => !/\p{Script=Cyrillic}/u.test(text),
    );
    expect(Object.fromEntries(latin)).toEqual({
      by: '—',
      commentTemplateDate: '2026-01-31T12:00:00+03:00',
      footerFeed: 'RSS',
    });
  });

  it('explains every danger of a command', () => {
    const rules = DANGER_RULES.map(({ name }) => name);
    const t = dictionary('ru');
    expect(
      rules.filter((rule) => !/\p{Script=Cyrillic}/u.test(t.explainDanger(rule, 'untranslated'))),
    ).toEqual([]);
  });

  it('uses the words of the page from which this project grew', () => {
    const t = dictionary('ru');
    expect([t.tagArchive('glusterfs'), t.relationMark.reprint, t.noComments]).toEqual([
      'Архив тега ‘glusterfs’',
      'перепечатка',
      'Комментариев нет',
    ]);
  });
});

/** Every text by its path; for a function, its result. */
function texts(value: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      const at = path === '' ? key : `${path}.${key}`;
      if (typeof inner === 'function') return [[at, (inner as (...given: unknown[]) => string)(5, 'пример')]];
      return typeof inner === 'object' && inner !== null
        ? Object.entries(texts(inner, at))
        : [[at, String(inner)]];
    }),
  );
}
