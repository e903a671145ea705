import { z } from 'zod';

/** The interface's languages; the first is the fallback. */
export const LOCALES = ['en', 'ru'] as const;

export type Locale = (typeof LOCALES)[number];

const EXPECTED = 'a text, or one per language: `en: …`, `ru: …`';

/** One text for all languages (a string), or one per language (`en: …`, `ru: …`, at least one of them). */
export const localized = z.union(
  [
    z.string().min(1),
    z
      .strictObject({ en: z.string().min(1).optional(), ru: z.string().min(1).optional() })
      .refine((texts) => Object.keys(texts).length > 0, { error: EXPECTED }),
  ],
  { error: EXPECTED },
);

export type Localized = z.output<typeof localized>;

/** The text for a language, or the first one available: `{ en: 'Storage' }`, ru → `Storage`. */
export function localize(text: Localized, locale: Locale): string {
  if (typeof text === 'string') return text;
  return text[locale] ?? LOCALES.map((other) => text[other]).find((other) => other !== undefined) ?? '';
}

/** The texts in all languages. */
export function localizedTexts(text: Localized): string[] {
  return typeof text === 'string' ? [text] : Object.values(text).filter((value) => value !== undefined);
}
