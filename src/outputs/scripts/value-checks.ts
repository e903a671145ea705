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
function checked({ name, pattern = NO_OPTION }: NamedPlaceholder): string[] {
  return [`_check ${name} "$${name}" ${quoted(pattern)}`, `readonly ${variableOf(name)}="$${name}"`];
}

/** A leading hyphen would make an option of it. */
const NO_OPTION = '[^-].*';

/** Whatever an article allows, nothing that a shell acts on gets into a command unseen. */
const CHECK = `_check() {
  if [ -z "$2" ]; then
    echo "Unexpected end of the value of $1, expected one: set it at the top of $0." >&2
    exit 2
  fi
  if [ "$(printf '%s' "$2" | wc -l)" -ne 0 ] || ! printf '%s\\n' "$2" | grep -Eqx -e "$3" || printf '%s' "$2" | grep -q '[][[:space:][:cntrl:]"$&();<>\`|*?#!{}~\\\\'"'"']'; then
    echo "Unexpected value of $1, expected no blank and nothing that a shell acts on, and the form $3." >&2
    exit 2
  fi
}`;
