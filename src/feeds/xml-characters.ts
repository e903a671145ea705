/** Everything that is no `Char` of XML 1.0: control characters, lone surrogates, two non-characters. */
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A text without the characters that no XML may hold, not even escaped (XML 1.0, production 2). */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}
