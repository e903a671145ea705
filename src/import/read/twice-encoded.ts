/** Windows-1252's character of each byte from 0x80, and back. */
const decoder = new TextDecoder('windows-1252');
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, index) => [decoder.decode(Uint8Array.of(index + 128)), index + 128]),
);

/** What UTF-8 looks like that was read as Windows-1252 and saved so: `â€™`, `Ã©`, `Ð¿`. */
const SIGN = /[ÃÂ][\u0080-\u00bf]|â€|[ÐÑ][\u0080-\u00bf\u0152-\u2122]/;

/** `â€œWorldâ€` → `“World”`: a text that was once read in the wrong encoding, as it was before. */
export function onceEncoded(text: string): string {
  if (!SIGN.test(text)) return text;
  return text.replace(/[^\0-\x7f]+/g, decodedAgain).replace(/â€(?:\u009d)?/g, '\u201d');
}

function decodedAgain(run: string): string {
  const bytes = Array.from(run, (character) => BYTES.get(character));
  if (bytes.includes(undefined)) return run;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]));
  } catch {
    return run;
  }
}
