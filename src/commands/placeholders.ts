import type { Place } from './problems.ts';

/** One use of a placeholder: offsets into the text, and the place in the author's file. */
export type Placeholder = Place & { name: string; start: number; end: number };

/**
 * `{{gluster1_ip}}`, without blanks. Left alone: `{{.Field}}` and `{{ name }}` (Go, Jinja), `{{{name}}}`
 * (Mustache), `${{name}}` (CI services) and `{{/if}}`.
 */
const pattern = /(?<![{$])\{\{(?<name>[a-z][a-z0-9_]*)\}\}(?!\})/g;

/** Text → the name of each placeholder in it, once; for pages, which need no places. */
export function placeholderNames(text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(({ groups }) => groups!.name!))];
}

/** Text, and the place where it begins in the file → every use of a placeholder, in order. */
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

/** Text → the same with the reader's values; a placeholder without a value stays as it is. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}
