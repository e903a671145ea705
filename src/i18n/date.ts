import { LOCALES, type Locale } from '../content/schemas/localized.ts';

/** Created once: a format takes longer to create than a hundred dates to format. */
const FORMATS = new Map(
  LOCALES.map((locale) => [
    locale,
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }),
  ]),
);

/** Formats a day for people: `2010-05-28` → `28 May 2010`. */
export function formatDay(day: string, locale: Locale): string {
  return FORMATS.get(locale)!.format(new Date(day));
}
