/** One use of a placeholder, and its offsets in the text. */
export interface Placeholder {
  name: string;
  start: number;
  end: number;
}

/**
 * `{{gluster1_ip}}`, without spaces. Left alone: `{{.Field}}` and `{{ name }}` (Go, Jinja), `{{{name}}}` (Mustache),
 * `${{name}}` (CI services) and `{{/if}}`.
 */
const pattern = /(?<![{$])\{\{(?<name>[a-z][a-z0-9_]*)\}\}(?!\})/g;

/** The names of a text's placeholders, without duplicates. */
export function placeholderNames(text: string): string[] {
  return [...new Set([...text.matchAll(pattern)].map(({ groups }) => groups!.name!))];
}

/** Finds every use of a placeholder, in order. */
export function findPlaceholders(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, index, groups }) => {
    return { name: groups!.name!, start: index, end: index + whole.length };
  });
}

/** Replaces placeholders with the reader's values; one without a value stays. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}
