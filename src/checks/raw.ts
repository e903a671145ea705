/** Reads frontmatter that the schema may have rejected, so that every check can still report what it finds. */

/** The string at a key; undefined if there is none. */
export function stringAt(raw: unknown, ...path: readonly string[]): string | undefined {
  const value = at(raw, path);
  return typeof value === 'string' ? value : undefined;
}

/** The strings in a list; other items become empty strings, so that indices stay the same. */
export function stringsAt(raw: unknown, key: string): string[] {
  const value = at(raw, [key]);
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : '')) : [];
}

/** Whether the value of a key, if any, has the expected form; if not, that has already been reported. */
export function isReadable(raw: unknown, key: string, isForm: (value: unknown) => boolean): boolean {
  if (!isMap(raw)) return false;
  const value = at(raw, [key]);
  return value === undefined || isForm(value);
}

/** Whether a value is a map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of the map at a key. */
export function keysAt(raw: unknown, key: string): string[] {
  const value = at(raw, [key]);
  return isMap(value) ? Object.keys(value) : [];
}

/** Every string within a value, however deep, and its path. */
export function stringsWithin(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { text: string; path: readonly PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsWithin(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function at(raw: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    raw,
  );
}
