import type { Locale } from '../content/schemas/localized.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** Every text of the interface; English says which there are. */
export type Dictionary = typeof en;

const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { en, ru };

/** The interface's texts in one language. */
export function dictionary(locale: Locale): Dictionary {
  return DICTIONARIES[locale];
}
