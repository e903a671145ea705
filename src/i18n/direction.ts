/** The scripts that are written from right to left, by their names in ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The `dir` of a text in a language: `he` → `rtl`; undefined for what is written from left to right, as pages are. */
export function directionOf(language: string): 'rtl' | undefined {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : undefined;
}
