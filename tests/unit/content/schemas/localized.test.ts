import { describe, expect, it } from 'vitest';
import { localize, localized, localizedTexts } from '../../../../src/content/schemas/localized.ts';

describe('a text in languages', () => {
  it.each(['Xen', { en: 'Storage' }, { ru: 'Хранение' }, { en: 'Storage', ru: 'Хранение' }])(
    'may be %j',
    (value) => {
      expect(localized.parse(value)).toEqual(value);
    },
  );

  it.each(['', {}, { de: 'Speicher' }, { en: 'Storage', de: 'Speicher' }, { en: '' }, 5, null, ['Xen']])(
    'is not %j',
    (value) => {
      expect(localized.safeParse(value).success).toBe(false);
    },
  );

  it('is the same for every language if it is a single text', () => {
    expect([localize('Xen', 'en'), localize('Xen', 'ru')]).toEqual(['Xen', 'Xen']);
  });

  it('comes in the language asked for, or else in the one available', () => {
    expect(localize({ en: 'Storage', ru: 'Хранение' }, 'ru')).toBe('Хранение');
    expect(localize({ en: 'Storage' }, 'ru')).toBe('Storage');
    expect(localize({ ru: 'Хранение' }, 'en')).toBe('Хранение');
  });

  it('can be listed whatever the language', () => {
    expect(localizedTexts('Xen')).toEqual(['Xen']);
    expect(localizedTexts({ en: 'Storage', ru: 'Хранение' })).toEqual(['Storage', 'Хранение']);
  });
});
