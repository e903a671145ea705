/** Scripts written from right to left, by ISO 15924 code. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The `dir` of a text in a language: `he` → `rtl`; undefined for left-to-right languages, because that is the pages' default. */
export function directionOf(language: string): 'rtl' | undefined {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : undefined;
}
