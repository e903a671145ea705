import { z } from 'zod';

/**
 * A regular expression that means the same to JavaScript, on the page, and to `grep -E`, in the scripts. Only what both support,
 * in printable ASCII: characters, `.`, `[…]`, `(…)`, `|`, `*`, `+`, `?`, `{…}`, `^`, `$`, and `\` to escape one of these.
 */
export const pattern = z.string().check(({ value, issues }) => {
  const message = expected(value);
  if (message !== undefined) issues.push({ code: 'custom', message, input: value });
});

/** `[…]`; a backslash and a character; the start of a special group; a quantifier; any other character. */
const PART =
  /(?<bracket>\[(?:\\[^]|[^\]\\])*\])|(?<escaped>\\[^])|(?<group>\(\?(?:[=!:]|<[=!]?)?)|(?<quantifier>(?:[*+?]|\{[^}]*\})\??)|(?<other>[^])/gu;

type Part = Partial<Record<string, string>>;

/**
 * No backslash, which grep treats as a plain character; only ranges that mean the same in every locale; hyphens only at the ends.
 * No `[:a:]`, which grep rejects.
 */
const BRACKET =
  /^\[(?!\^\]|\^?:.*:\]$)\^?(?:-|-?(?:[0-9]-[0-9]|[a-z]-[a-z]|[A-Z]-[A-Z]|(?![-[\\\]])[ -~])+-?)\]$/;

/** The highest count that every grep accepts. */
const HIGHEST_COUNT = 255;

/** Common shorthands, as members of a bracket expression. */
const CLASSES: Part = { '\\d': '0-9', '\\w': 'A-Za-z0-9_' };

/** What is expected instead of a pattern; undefined if it is valid. */
function expected(pattern: string): string | undefined {
  if (!isRegularExpression(pattern)) return 'a regular expression';
  const parts = [...pattern.matchAll(PART)].map(({ groups }) => groups as Part);
  const refused = new Set(parts.filter((part) => !isShared(part)).map(textOf));
  if (refused.size > 0) {
    return `a regular expression that \`grep -E\` knows too: ${[...refused].map(instead).join(', ')}`;
  }
  const shape = parts.map(({ quantifier, other }) => quantifier ?? other ?? 'a').join('');
  return /(?:^|[(|])(?:[|)]|$)/.test(shape) ? 'a regular expression without an empty part' : undefined;
}

function isShared({ bracket, escaped, group, quantifier, other }: Part): boolean {
  if (bracket !== undefined) return BRACKET.test(bracket);
  if (escaped !== undefined) return /[$()*+.?[\\\]^{|}]$/.test(escaped);
  if (quantifier !== undefined) return isPlain(quantifier);
  return group === undefined && /^[ -~]$/.test(other!);
}

function isPlain(quantifier: string): boolean {
  const counts = (quantifier.match(/\d+/g) ?? []).map(Number);
  return !/.\?$/.test(quantifier) && counts.every((count) => count <= HIGHEST_COUNT);
}

function textOf(part: Part): string {
  return Object.values(part).find((text) => text !== undefined)!;
}

/** `\d` → "`[0-9]` for `\d`"; `\b` → "no `\b`", which has no replacement. */
function instead(refused: string): string {
  const spelling = spelled(refused);
  return spelling === undefined ? `no \`${refused}\`` : `\`${spelling}\` for \`${refused}\``;
}

function spelled(refused: string): string | undefined {
  if (refused === '(?:') return '(';
  if (refused === '\\/') return '/';
  if (CLASSES[refused] !== undefined) return `[${CLASSES[refused]}]`;
  const bracket = refused.replace(
    /\\(?:[dw]|([!-/:-@[-`{-~]))/g,
    (escape, sign?: string) => sign ?? CLASSES[escape]!,
  );
  return BRACKET.test(bracket) ? bracket : undefined;
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
