/**
 * Characters that are invisible or change the order of visible ones: control and formatting characters (zero-width,
 * bidirectional, tags), separators and spaces other than the plain one, fillers that count as letters, selectors. A
 * reader never means to type a value with one of these.
 */
const invisible = new RegExp(
  [
    String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]`,
    String.raw`(?! )\p{Zs}`,
    String.raw`\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]`, // joiner, fillers, selectors
    String.raw`\u2800|\u3164|\uffa0`, // Braille space, fillers
    String.raw`[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]`, // selectors
  ].join('|'),
  'u',
);

/** Whether a text has a character that is invisible or changes the order of the visible ones. */
export function hasInvisible(text: string): boolean {
  return invisible.test(text);
}
