/** A text for each plural form of a language, `{n}` being the number. */
export type PluralTexts = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Says a number with its noun; `texts` are for a script of the page, which calls `plural` itself. */
export type Count = ((n: number) => string) & { texts: PluralTexts };

/** Chooses by the language's own rules: `plural('ru', { one: '{n} статья', few: '{n} статьи', … })(3)` → `3 статьи`. */
export function plural(locale: string, texts: PluralTexts): Count {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const say = (n: number): string =>
    (texts[rules.select(n)] ?? texts.other).replace('{n}', numbers.format(n));
  return Object.assign(say, { texts });
}
