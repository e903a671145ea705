/** A text for each plural form of a language, `{n}` being the number. */
export type PluralTexts = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Chooses by the language's own rules: `plural('ru', { one: '{n} статья', few: '{n} статьи', … })(3)` → `3 статьи`. */
export function plural(locale: string, texts: PluralTexts): (n: number) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (n) => (texts[rules.select(n)] ?? texts.other).replace('{n}', numbers.format(n));
}
