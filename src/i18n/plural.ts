/** A text for each plural form of a language; `{n}` is the number. */
export type PluralTexts = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Formats a number with its noun. Scripts in the page take `texts` and call `plural` themselves. */
export type Count = ((n: number) => string) & { texts: PluralTexts };

/** Uses the plural rules of the language: `plural('ru', { one: '{n} статья', few: '{n} статьи', … })(3)` → `3 статьи`. */
export function plural(locale: string, texts: PluralTexts): Count {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const say = (n: number): string =>
    (texts[rules.select(n)] ?? texts.other).replace('{n}', numbers.format(n));
  return Object.assign(say, { texts });
}
