import { z } from 'zod';

/** The interface's languages; the first is what others fall back to. */
export const LOCALES = ['en', 'ru'] as const;

export type Locale = (typeof LOCALES)[number];

const EXPECTED = 'a text, or one per language: `en: …`, `ru: …`';

/** A text for every language (a string) or one per language (`en: …`, `ru: …`, at least one of them). */
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

/** The text for one language, else the first there is: `{ en: 'Storage' }`, ru → `Storage`. */
export function localize(text: Localized, locale: Locale): string {
  if (typeof text === 'string') return text;
  return text[locale] ?? LOCALES.map((other) => text[other]).find((other) => other !== undefined) ?? '';
}

/** Every text there is, whatever the language. */
export function localizedTexts(text: Localized): string[] {
  return typeof text === 'string' ? [text] : Object.values(text).filter((value) => value !== undefined);
}
