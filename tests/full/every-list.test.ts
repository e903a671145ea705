import { describe } from 'vitest';
import { testPages } from '../browser/phone-pages.ts';
import { isList, readablePages } from '../site/built-files.ts';

describe('no list of "own" on a phone', () => {
  testPages('own', () => readablePages('own').filter(isList));
});
