import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Digests plain data: equal digests mean equal data, which is how a build knows what to skip. An object with a `digest` of its
 * own, such as an article, is represented by that.
 *
 * @throws TypeError for anything that JSON would lose: maps, sets and functions
 */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, plain)).digest('base64url');
}

/** Digests a text. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The first hexadecimal digits of a text's digest, for names and records. */
export function shortDigest(text: string, digits = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

/** Digests the content of a file. */
export function digestOfFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('base64url');
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set || typeof value === 'function')
    throw new TypeError(`Unexpected ${Object.prototype.toString.call(value)}, expected plain data.`);
  return hasDigest(value) ? value.digest : value;
}

function hasDigest(value: unknown): value is { digest: string } {
  return typeof value === 'object' && value !== null && 'digest' in value;
}
