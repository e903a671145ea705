import type { Locale } from '../content/schemas/localized.ts';
import { en, type Dictionary } from './en.ts';
import { ru } from './ru.ts';

export type { Dictionary };

const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { en, ru };

/** The interface texts in one language. */
export function dictionary(locale: Locale): Dictionary {
  return DICTIONARIES[locale];
}
