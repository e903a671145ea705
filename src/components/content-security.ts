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

/** An inline script or style sheet. */
const INLINE = /<(?<tag>script|style)\b(?:"[^"]*"|'[^']*'|[^>"'])*>(?<text>[^]*?)<\/\k<tag>>/g;

/** The policy of a page, as Astro writes it. */
const POLICY = /(?<=<meta http-equiv="content-security-policy" content=")[^"]*(?=")/i;

/**
 * Removes hashes from a page's policy that belong to other pages, and adds those of its style sheets that Astro doesn't know: the
 * styles of a component that a text imports only come when the text is rendered.
 */
export function withOwnHashes(html: string): string {
  const styles = new Set<string>();
  const own = new Set<string>();
  for (const { groups } of html.matchAll(INLINE)) {
    const hash = `'${hashOf(groups!['text']!)}'`;
    own.add(hash);
    if (groups!['tag'] === 'style') styles.add(hash);
  }
  return html.replace(POLICY, (policy) =>
    policy
      .replace(/ ('sha256-[^']+')/g, (word, hash: string) => (own.has(hash) ? word : ''))
      .replace(/style-src[^;]*/, (directive) =>
        [directive.trimEnd(), ...[...styles].filter((hash) => !directive.includes(hash))].join(' '),
      ),
  );
}

/** The policy of a page: its sources by directive (`script-src`); empty if it has none. */
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
