/**
 * A regular expression of JavaScript (with the flag `u`) → the same for `grep -E`; undefined where that has no such thing:
 * look-around, back-references, lazy quantifiers, classes by property. The page checks a value by the full expression.
 */
export function extendedExpression(pattern: string): string | undefined {
  const parts: string[] = [];
  for (const { groups } of pattern.matchAll(PART)) {
    const part = translated(groups!);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.join('');
}

/** `[…]` with its content; `\d`; a group; a quantifier with what makes it lazy; a character that stands for itself. */
const PART =
  /\[(?<negated>\^?)(?<members>(?:\\[^]|[^\]\\])*)\]|\\(?<escaped>[^])|(?<group>\((?:\?(?:[=!:]|<[=!]?))?)|(?<quantifier>(?:[*+?]|\{[\d,]+\})\??)|(?<other>[^])/gu;

type Part = Partial<Record<string, string>>;

function translated({ negated = '', members, escaped, group, quantifier, other }: Part): string | undefined {
  if (members !== undefined) return bracket(members, negated);
  if (escaped !== undefined) return character(escaped);
  if (group !== undefined) return group === '(' || group === '(?:' ? '(' : undefined;
  if (quantifier !== undefined) return /.\?$/.test(quantifier) ? undefined : quantifier;
  return other;
}

/** Classes between brackets; `grep -E` knows `\w` and `\s` only outside of them, and `\d` nowhere. */
const CLASSES: Part = { d: '0-9', w: 'A-Za-z0-9_', s: '[:space:]' };

/** `\d`, `\.`, `\/` → `[0-9]`, `\.`, `/`; undefined for other letters, which have meanings that grep doesn't know. */
function character(escaped: string): string | undefined {
  const members = CLASSES[escaped];
  if (members !== undefined) return `[${members}]`;
  if (/[A-Za-z0-9]/.test(escaped)) return undefined;
  return /[$()*+.?[\\\]^{|}]/.test(escaped) ? `\\${escaped}` : escaped;
}

/** Between brackets a backslash is only itself; so `]` has to come first, and `^` and `-` last. */
function bracket(members: string, negated: string): string | undefined {
  const found = members.match(/\\[^]|[^\\]-[^\\]|[^\\]/gu) ?? [];
  const spelt = found.map((member) => (member.startsWith('\\') ? inBracket(member.slice(1)) : member));
  // A hyphen that is left over by itself in the middle is a range with an escaped end: `[!-\]]`.
  if (spelt.includes(undefined) || found.slice(1, -1).includes('-')) return undefined;
  const [first, last] = [[']'], ['^', '-']].map((some) => some.filter((one) => spelt.includes(one)).join(''));
  const middle = spelt.filter((member) => ![']', '^', '-'].includes(member!)).join('');
  const body = `${first!}${middle}${last!}`;
  if (body === '' || /\[[.=]|\[:(?!space:\])/.test(middle)) return undefined;
  if (negated === '' && body.startsWith('^')) return body === '^' ? String.raw`\^` : '[-^]';
  return `[${negated}${body}]`;
}

function inBracket(escaped: string): string | undefined {
  return CLASSES[escaped] ?? (/[A-Za-z0-9]/.test(escaped) ? undefined : escaped);
}
