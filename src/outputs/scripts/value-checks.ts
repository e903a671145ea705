import type { Placeholder } from '../../content/schemas/article.ts';
import { comment, quoted, variableOf } from './shell-text.ts';

/** A placeholder as the frontmatter declares it. */
export interface NamedPlaceholder extends Placeholder {
  name: string;
}

/** Variables at the top of a script, for the values to be filled in. */
export function valueVariables(placeholders: readonly NamedPlaceholder[]): string {
  return [
    ...comment('Your values: fill them in here, or set them when you start the script: name=value bash FILE'),
    ...placeholders.flatMap(variable),
  ].join('\n');
}

/** The checks that stop a script before its first step; a plan needs no values. */
export function valueChecks(placeholders: readonly NamedPlaceholder[]): string {
  return [CHECK, 'if [ "$_dry" = no ]; then', ...placeholders.flatMap(checked), 'fi'].join('\n');
}

function variable({ name, label, example }: NamedPlaceholder): string[] {
  return [...comment(`${label}, for example ${example}`), `${name}=\${${name}:-}`];
}

/** The value is kept under another name too, for a command of the article may set a variable of this one. */
function checked({ name, label, example, pattern = NO_OPTION }: NamedPlaceholder): string[] {
  const expected = quoted(`${label}, for example ${example}`);
  return [
    `_check ${name} "$${name}" ${quoted(pattern)} ${expected}`,
    `readonly ${variableOf(name)}="$${name}"`,
  ];
}

/** A leading hyphen would make an option of it. */
const NO_OPTION = '[^-].*';

/** As bytes of UTF-8, for no locale is sure to know the characters: what `hasInvisible` refuses, as far as people come across it. */
const INVISIBLE = [
  String.raw`\xc2[\xa0\xad]`, // no-break space, soft hyphen
  String.raw`\xcd\x8f|\xd8\x9c`, // grapheme joiner, Arabic letter mark
  String.raw`\xe1\x85[\x9f\xa0]|\xe1\xa0[\x8b-\x8f]|\xe1\x9a\x80`, // Hangul fillers, Mongolian selectors, Ogham blank
  String.raw`\xe2\x80[\x80-\x8f\xa8-\xaf]|\xe2\x81[\x9f-\xaf]|\xe2\xa0\x80`, // blanks, zero-width, bidirectional, Braille blank
  String.raw`\xe3\x80\x80|\xe3\x85\xa4|\xef\xbe\xa0`, // ideographic blank, fillers
  String.raw`\xef\xbb\xbf|\xef\xb8[\x80-\x8f]|\xef\xbf[\xb9-\xbb]`, // byte order mark, selectors, annotations
  String.raw`\xf3\xa0[\x80-\x87]`, // tags, more selectors
].join('|');

/** Whatever an article allows, nothing that a shell acts on and nothing that cannot be seen gets into a command. */
const CHECK = `_check() {
  if [ -z "$2" ]; then
    echo "Unexpected end of the value of $1, expected one: set it at the top of $0." >&2
    exit 2
  fi
  if printf '%s' "$2" | LC_ALL=C grep -qE $'${INVISIBLE}'; then
    echo "Unexpected character in the value of $1 that cannot be seen, expected $4." >&2
    exit 2
  fi
  if [ "$(printf '%s' "$2" | wc -l)" -ne 0 ] || ! printf '%s\\n' "$2" | grep -Eqx -e "$3" || printf '%s' "$2" | grep -q '[][[:space:][:cntrl:]"$&();<>\`|*?#!{}~\\\\'"'"']'; then
    echo "Unexpected value of $1, expected $4, with no blank and nothing that a shell acts on." >&2
    exit 2
  fi
}`;
