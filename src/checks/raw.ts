/** Looking into frontmatter that a schema may have refused, so that every check can still say what it finds. */

/** A text under a key, undefined where there is none. */
export function stringAt(raw: unknown, ...path: readonly string[]): string | undefined {
  const value = at(raw, path);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list under a key; other things in it stay as empty texts, so that indices hold. */
export function stringsAt(raw: unknown, key: string): string[] {
  const value = at(raw, [key]);
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : '')) : [];
}

/** Whether what a file says under a key, if anything, is of the form that is asked for; else that is told already. */
export function isReadable(raw: unknown, key: string, isForm: (value: unknown) => boolean): boolean {
  if (!isMap(raw)) return false;
  const value = at(raw, [key]);
  return value === undefined || isForm(value);
}

/** Whether a value is keys and values. */
export function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of a map under a key. */
export function keysAt(raw: unknown, key: string): string[] {
  const value = at(raw, [key]);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function at(raw: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    raw,
  );
}
