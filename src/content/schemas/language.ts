import { z } from 'zod';

/** A BCP 47 language tag, e.g. `en`, `ru`, `pt-BR`. */
export const language = z
  .string()
  .refine((tag) => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(tag) && isKnown(tag), {
    error: 'a language tag such as `en` or `pt-BR`',
  });

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Some tags, such as `xx`, are well-formed but don't exist. */
function isKnown(tag: string): boolean {
  return names.of(tag.split('-')[0]!) !== undefined;
}
