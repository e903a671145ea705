import type { Place } from './problems.ts';

/** One use of a placeholder: its offsets in the text, and its place in the author's file. */
export type Placeholder = Place & { name: string; start: number; end: number };

/**
 * `{{gluster1_ip}}`, without spaces. Left alone: `{{.Field}}` and `{{ name }}` (Go, Jinja), `{{{name}}}` (Mustache),
 * `${{name}}` (CI services) and `{{/if}}`.
 */
const pattern = /(?<![{$])\{\{(?<name>[a-z][a-z0-9_]*)\}\}(?!\})/g;

/** The names of a text's placeholders, without duplicates. For pages, which don't need the places. */
export function placeholderNames(text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(({ groups }) => groups!.name!))];
}

/**
 * Finds every use of a placeholder, in order.
 *
 * @param at where the text begins in the file
 */
export function findPlaceholders(text: string, at: Place = { line: 1, column: 1 }): Placeholder[] {
  const found: Placeholder[] = [];
  let { line } = at;
  let lineStart = 1 - at.column;
  let seen = 0;
  for (const match of text.matchAll(pattern)) {
    for (let newline = text.indexOf('\n', seen); newline !== -1 && newline < match.index;) {
      line++;
      lineStart = newline + 1;
      newline = text.indexOf('\n', lineStart);
    }
    seen = match.index;
    const name = match.groups!.name!;
    const column = match.index - lineStart + 1;
    found.push({ name, start: match.index, end: match.index + match[0].length, line, column });
  }
  return found;
}

/** Replaces placeholders with the reader's values; one without a value stays. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}
