import { createHash } from 'node:crypto';
import type { AstroUserConfig } from 'astro';
import { FIRST_SCRIPT } from './first-script.ts';

type Csp = NonNullable<AstroUserConfig['security']>['csp'];

/**
 * What a page may load and run: what the site itself has, and of scripts and styles in the page those whose hashes Astro
 * puts beside this. The header files in `deploy/` say the same of what needs no hash, and what a page cannot say of itself.
 * Pages with a search add `'wasm-unsafe-eval'`, which Pagefind's WebAssembly needs; it lets nothing else run.
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

/** What Pagefind needs to run its WebAssembly. */
export const SEARCH_SOURCE = "'wasm-unsafe-eval'";

/** The hash by which a page lets a script or a style sheet of its own run. */
export function hashOf(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** A script or a style sheet in a page. */
const INLINE = /<(?<tag>script|style)\b(?:"[^"]*"|'[^']*'|[^>"'])*>(?<text>[^]*?)<\/\k<tag>>/g;

/** The policy of a page, as Astro writes it. */
const POLICY = /(?<=<meta http-equiv="content-security-policy" content=")[^"]*(?=")/i;

/** A page → the same, its policy without the hashes of what is in other pages. */
export function withOwnHashes(html: string): string {
  const own = new Set([...html.matchAll(INLINE)].map(({ groups }) => `'${hashOf(groups!['text']!)}'`));
  return html.replace(POLICY, (policy) =>
    policy.replace(/ ('sha256-[^']+')/g, (word, hash: string) => (own.has(hash) ? word : '')),
  );
}

/** A page → its policy: `script-src` → its sources. Empty where it has none. */
export function policyOf(html: string): Record<string, string[]> {
  const directives = (POLICY.exec(html)?.[0] ?? '').split(';').map((directive) => directive.trim());
  return Object.fromEntries(
    directives
      .filter((directive) => directive !== '')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(/\s+/);
        return [name, sources];
      }),
  );
}
