/** Scripts written from right to left, by ISO 15924 code. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The `dir` of a text in a language: `he` → `rtl`; undefined for left-to-right languages, because that is the pages' default. */
export function directionOf(language: string): 'rtl' | undefined {
  if (!directions.has(language)) {
    const { script } = new Intl.Locale(language).maximize();
    directions.set(language, script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : undefined);
  }
  return directions.get(language);
}

/** By language: every page and every entry of a list asks, and an `Intl.Locale` takes a tenth of a millisecond. */
const directions = new Map<string, 'rtl' | undefined>();
