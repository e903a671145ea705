import { hasInvisible } from './invisible.ts';

/** A value that shells and commands take literally; a leading hyphen would make it an option. */
const PLAIN_VALUE = '[\\p{L}\\p{N}_./:@%+,=][\\p{L}\\p{N}_./:@%+,=-]*';

/**
 * Whether a value has the form that the article asks for. Without one, it must not have characters that a shell would
 * act on. Invisible characters are refused in any case.
 */
export function isAllowed(value: string, pattern: string = PLAIN_VALUE): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(value) && !hasInvisible(value);
}
