import type { Placeholder } from '../../content/schemas/article.ts';
import { comment, quoted, variableOf } from './shell-text.ts';

/** A placeholder as declared in the frontmatter. */
export interface NamedPlaceholder extends Placeholder {
  name: string;
}

/** Variables at the top of a script, for the reader's values. */
export function valueVariables(placeholders: readonly NamedPlaceholder[]): string {
  return [
    ...comment('Your values: fill them in here, or set them when you start the script: name=value bash FILE'),
    ...placeholders.flatMap(variable),
  ].join('\n');
}

/** Checks that stop a script before its first step; showing the plan needs no values. */
export function valueChecks(placeholders: readonly NamedPlaceholder[]): string {
  return [CHECK, 'if [ "$_dry" = no ]; then', ...placeholders.flatMap(checked), 'fi'].join('\n');
}

function variable({ name, label, example }: NamedPlaceholder): string[] {
  return [...comment(`${label}, for example ${example}`), `${name}=\${${name}:-}`];
}

/** Keeps the value under a second name, because a command of the article may set a variable with the first. */
function checked({ name, label, example, pattern = NO_OPTION }: NamedPlaceholder): string[] {
  const expected = quoted(`${label}, for example ${example}`);
  return [
    `_check ${name} "$${name}" ${quoted(pattern)} ${expected}`,
    `readonly ${variableOf(name)}="$${name}"`,
  ];
}

/** A leading hyphen would turn the value into an option. */
const NO_OPTION = '[^-].*';

/** As UTF-8 bytes, because no locale is sure to know these characters. The most common of those that `hasInvisible` rejects. */
const INVISIBLE = [
  String.raw`\xc2[\xa0\xad]`, // no-break space, soft hyphen
  String.raw`\xcd\x8f|\xd8\x9c`, // grapheme joiner, Arabic letter mark
  String.raw`\xe1\x85[\x9f\xa0]|\xe1\xa0[\x8b-\x8f]|\xe1\x9a\x80`, // Hangul fillers, Mongolian selectors, Ogham blank
  String.raw`\xe2\x80[\x80-\x8f\xa8-\xaf]|\xe2\x81[\x9f-\xaf]|\xe2\xa0\x80`, // blanks, zero-width, bidirectional, Braille blank
  String.raw`\xe3\x80\x80|\xe3\x85\xa4|\xef\xbe\xa0`, // ideographic blank, fillers
  String.raw`\xef\xbb\xbf|\xef\xb8[\x80-\x8f]|\xef\xbf[\xb9-\xbb]`, // byte order mark, selectors, annotations
  String.raw`\xf3\xa0[\x80-\x87]`, // tags, more selectors
].join('|');

/** Whatever an article allows, a value must contain nothing that a shell acts on and nothing invisible. */
const CHECK = `_check() {
  if [ -z "$2" ]; then
    echo "Unexpected end of the value of $1, expected one: set it at the top of $0." >&2
    exit 2
  fi
  if printf '%s' "$2" | LC_ALL=C grep -qE $'${INVISIBLE}'; then
    echo "Unexpected invisible character in the value of $1, expected $4." >&2
    exit 2
  fi
  if [ "$(printf '%s' "$2" | wc -l)" -ne 0 ] || ! printf '%s\\n' "$2" | grep -Eqx -e "$3" || printf '%s' "$2" | grep -q '[][[:space:][:cntrl:]"$&();<>\`|*?#!{}~\\\\'"'"']'; then
    echo "Unexpected value of $1, expected $4, without spaces or characters that are special in a shell." >&2
    exit 2
  fi
}`;
