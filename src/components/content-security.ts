import { createHash } from 'node:crypto';
import type { AstroUserConfig } from 'astro';
import { FIRST_SCRIPT } from './first-script.ts';

type Csp = NonNullable<AstroUserConfig['security']>['csp'];

/**
 * What a page may load and run: the site's own files, and inline scripts and styles whose hashes Astro adds. The header files in
 * `deploy/` repeat what needs no hash, and add what a page can't declare about itself. Pages with a search add
 * `'wasm-unsafe-eval'` for Pagefind's WebAssembly; it allows nothing else.
 */
export const contentSecurity: Csp = {
  directives: [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "worker-src 'self'",
  ],
  scriptDirective: { hashes: [hashOf(FIRST_SCRIPT)] },
};

/** Lets Pagefind run its WebAssembly. */
export const SEARCH_SOURCE = "'wasm-unsafe-eval'";

/** The hash that allows an inline script or style sheet in a page. */
export function hashOf(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
