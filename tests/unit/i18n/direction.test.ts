import { expect, test } from 'vitest';
import { directionOf } from '../../../src/i18n/direction.ts';

test.each(['he', 'ar', 'fa', 'ur', 'yi', 'ckb', 'dv', 'az-Arab'])(
  '%s is written from right to left',
  (language) => {
    expect(directionOf(language)).toBe('rtl');
  },
);

test.each(['en', 'ru', 'ja', 'az', 'pt-BR', 'sr-Latn'])('%s is not', (language) => {
  expect(directionOf(language)).toBeUndefined();
});
