import type { Placeholder } from '../schemas/article.ts';
import { comment, quoted } from './shell-text.ts';

/** A placeholder as the frontmatter declares it. */
export interface NamedPlaceholder extends Placeholder {
  name: string;
}

/** Variables at the top of a script, and the checks that stop it before the first step. */
export function valueChecks(placeholders: readonly NamedPlaceholder[]): string {
  return [
    ...comment('Your values: fill them in here, or set them when you start the script: name=value bash FILE'),
    ...placeholders.flatMap(variable),
    CHECK,
    ...placeholders.map(
      ({ name, pattern }) => `check ${name} "$${name}" ${quoted(extendedExpression(pattern))}`,
    ),
  ].join('\n');
}

function variable({ name, label, example }: NamedPlaceholder): string[] {
  return [...comment(`${label}, for example ${example}`), `${name}=\${${name}:-}`];
}

/** Whatever an article allows, nothing that a shell acts on gets into a command unseen. */
const CHECK = `check() {
  if [ -z "$2" ]; then
    echo "Unexpected end of the value of $1, expected one: set it at the top of $0." >&2
    exit 2
  fi
  if [ "$(printf '%s' "$2" | wc -l)" -ne 0 ] || ! printf '%s' "$2" | grep -Eqx -e "$3" || printf '%s' "$2" | grep -q '[][[:space:][:cntrl:]"$&();<>\`|*?#!{}~\\\\'"'"']'; then
    echo "Unexpected value of $1, expected no blank and nothing that a shell acts on, and the form $3." >&2
    exit 2
  fi
}`;

/**
 * A regular expression of JavaScript → the same for `grep -E`, as far as that knows it; `.+` where it has no such thing
 * (look-around, back-references, Unicode classes), for the page has checked the value by the full expression.
 */
function extendedExpression(pattern = '[^-].*'): string {
  const extended = pattern
    .replaceAll(String.raw`\d`, '[0-9]')
    .replaceAll(String.raw`\w`, '[A-Za-z0-9_]')
    .replaceAll('(?:', '(');
  return /\(\?|\\[pPkbBsSDWuxcnrtfv0-9]|[*+?}][?+]/.test(extended) ? '.+' : extended;
}
