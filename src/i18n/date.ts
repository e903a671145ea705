import { LOCALES, type Locale } from '../content/schemas/localized.ts';

/** Made once: a format takes longer to make than a hundred dates to write. */
const FORMATS = new Map(
  LOCALES.map((locale) => [
    locale,
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }),
  ]),
);

/** A date for people, by UTC, so that every build gives the same: `2010-05-28T00:34:10Z` → `28 May 2010`. */
export function formatDate(date: Date, locale: Locale): string {
  return FORMATS.get(locale)!.format(date);
}
