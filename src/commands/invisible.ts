/**
 * What nobody sees, or what turns the order of what is seen: controls and formatting characters (zero-width, bidirectional, tags), separators and blanks
 * other than the plain one, fillers that count as letters, selectors. A value with one is never what its reader meant to type.
 */
const invisible = new RegExp(
  [
    String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]`,
    String.raw`(?! )\p{Zs}`,
    String.raw`\u034f|[\u115f\u1160]|[\u17b4\u17b5]|[\u180b-\u180f]`, // joiner, fillers, selectors
    String.raw`\u2800|\u3164|\uffa0`, // Braille blank, fillers
    String.raw`[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]`, // selectors
  ].join('|'),
  'u',
);

/** Whether a text has a character that cannot be seen, or that changes the order of those that can. */
export function hasInvisible(text: string): boolean {
  return invisible.test(text);
}
