import { hasInvisible } from './invisible.ts';

/** What no shell and no command reads as anything but itself; a leading hyphen would make an option of it. */
const PLAIN_VALUE = '[\\p{L}\\p{N}_./:@%+,=][\\p{L}\\p{N}_./:@%+,=-]*';

/**
 * Whether a value has the form that the article asks for; without one, no character that a shell would act on. What cannot be seen is
 * refused whatever the article allows.
 */
export function isAllowed(value: string, pattern: string = PLAIN_VALUE): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(value) && !hasInvisible(value);
}

/** Whether a shell would act on a value where it isn't quoted. */
export function isRisky(value: string): boolean {
  return !isAllowed(value);
}
