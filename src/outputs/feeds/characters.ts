/**
 * Characters that no feed can have: everything that isn't a `Char` of XML 1.0 (control characters, lone surrogates, U+FFFE,
 * U+FFFF), what XML discourages and HTML calls an error (other control characters and noncharacters), and U+FFFD, which
 * replaces a character that was lost.
 */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF]|\p{Surrogate}|[\uFFFD-\uFFFF\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/gu;

/** A quick test, because nearly every text has none of these. Any surrogate counts, for everything beyond U+FFFF. */
const SUSPICIOUS =
  // eslint-disable-next-line no-control-regex -- see above
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFD-\uFFFF]/;

/** A text without the characters that a feed can't have, not even escaped (XML 1.0, production 2). */
export function withoutForbidden(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(FORBIDDEN, '') : text;
}

/** The characters of a text that a feed can't have, in order, as code points. */
export function forbiddenCharacters(text: string): number[] {
  if (!SUSPICIOUS.test(text)) return [];
  return [...text.matchAll(FORBIDDEN)].map(([character]) => character.codePointAt(0)!);
}
