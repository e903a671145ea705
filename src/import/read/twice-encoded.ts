/** Maps Windows-1252's characters for the bytes from 0x80 back to their bytes. */
const decoder = new TextDecoder('windows-1252');
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, index) => [decoder.decode(Uint8Array.of(index + 128)), index + 128]),
);

/** How UTF-8 looks after it was read as Windows-1252 and saved again: `â€™`, `Ã©`, `Ð¿`. */
const SIGN = /[ÃÂ][\u0080-\u00bf]|â€|[ÐÑ][\u0080-\u00bf\u0152-\u2122]/;

/** `â€œWorldâ€` → `“World”`: restores a text that was once read in the wrong encoding. */
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
