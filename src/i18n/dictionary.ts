import type { Locale } from '../content/schemas/localized.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** All texts of the interface. English defines which ones exist. */
export type Dictionary = typeof en;

const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { en, ru };

/** The texts of the interface in one language. */
export function dictionary(locale: Locale): Dictionary {
  return DICTIONARIES[locale];
}
