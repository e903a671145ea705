import type { Locale } from '../schemas/localized.ts';

/** A date for people, by UTC, so that every build gives the same: `2010-05-28T00:34:10Z` → `28 May 2010`. */
export function formatDate(date: Date, locale: Locale): string {
  const formatLocale = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(formatLocale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
