import { TomlDate } from 'smol-toml';
import { plainTextOf } from './plain-text.ts';

/** Values of a format whose writers use any type: frontmatter, settings, JSON. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether a value is a map. */
export function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The first text or number among the values of some keys, trimmed; dates as ISO 8601. */
export function textAt(values: Values, ...keys: readonly string[]): string | undefined {
  return keys.map((key) => asText(values[key])).find((text) => text !== undefined);
}

/** A value as a text; undefined for a blank one, and for lists and maps. */
export function asText(value: unknown): string | undefined {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return String(value);
  return (typeof value === 'string' && value.trim()) || undefined;
}

/** TOML's dates know whether they have a time and a zone. */
function dateText(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  return date instanceof TomlDate && date.isDate() ? date.toISOString().slice(0, 10) : date.toISOString();
}

/** A value as plain text on one line; undefined if nothing of it can be read. */
export function plainText(value: unknown): string | undefined {
  return plainTextOf(asText(value) ?? '') || undefined;
}

/** The value that a text is in JSON; undefined if it isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
