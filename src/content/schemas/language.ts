import { z } from 'zod';

/** A language tag after BCP 47, e.g. `en`, `ru`, `pt-BR`. */
export const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, {
  error: 'a language tag such as `en` or `pt-BR`',
});
