/** Keys of a Russian keyboard and of an American one, in the same order. */
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбю.';
const AMERICAN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./";

/** Shorter words may mean anything. */
const WORD = /\p{L}{3}/u;

/**
 * What the same keys give on the other keyboard, for somebody who forgot to switch: `шзефидуы -Д` → `iptables -L`. Undefined if
 * the text has letters of both.
 */
export function otherLayout(text: string): string | undefined {
  if (!WORD.test(text)) return undefined;
  const letters = text.toLowerCase().match(/\p{L}/gu) ?? [];
  if (letters.every((letter) => RUSSIAN.includes(letter))) return retyped(text, RUSSIAN, AMERICAN);
  return letters.every((letter) => /[a-z]/.test(letter)) ? retyped(text, AMERICAN, RUSSIAN) : undefined;
}

function retyped(text: string, from: string, to: string): string {
  return text.replace(/[^\s-]/gu, (sign) => {
    const lower = sign.toLowerCase();
    const other = to.charAt(from.indexOf(lower));
    if (!from.includes(lower)) return sign;
    return sign === lower ? other : other.toUpperCase();
  });
}
