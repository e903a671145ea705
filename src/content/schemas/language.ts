import { z } from 'zod';

/** A language tag after BCP 47, e.g. `en`, `ru`, `pt-BR`. */
export const language = z
  .string()
  .refine((tag) => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(tag) && isKnown(tag), {
    error: 'a language tag such as `en` or `pt-BR`',
  });

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** `xx` looks like a language, and is none. */
function isKnown(tag: string): boolean {
  return names.of(tag.split('-')[0]!) !== undefined;
}
