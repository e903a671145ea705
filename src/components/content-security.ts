import { createHash } from 'node:crypto';
import type { AstroUserConfig } from 'astro';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import { partsIn } from '../content/computed-part.ts';
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
const INLINE = /<(?<tag>script|style)\b(?<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*)>(?<text>[^]*?)<\/\k<tag>>/g;

/** The policy of a page, as Astro writes it. */
const POLICY = /(?<=<meta http-equiv="content-security-policy" content=")[^"]*(?=")/i;

/**
 * Removes hashes from a page's policy that belong to other pages, and adds those that Astro doesn't know, because these only come
 * when a text is rendered: of the styles of a component that the text imports, and of its scripts with `is:inline`. Scripts
 * anywhere else are not allowed: should somebody get one into a title or a comment, it must not run.
 */
export function withOwnHashes(html: string): string {
  const inline = inlineIn(html).map(({ tag, text }) => ({ tag, hash: `'${hashOf(text)}'` }));
  const own = new Set(inline.map(({ hash }) => hash));
  const styles = inline.filter(({ tag }) => tag === 'style').map(({ hash }) => hash);
  const attributes = styleAttributesOf(html);
  const scripts = [...partsIn(html).values()].flatMap(scriptHashesOf);
  const adding = (hashes: readonly string[]) => (directive: string) =>
    [directive.trimEnd(), ...new Set(hashes.filter((hash) => !directive.includes(hash)))].join(' ');
  return html.replace(POLICY, (policy) =>
    policy
      .replace(/ ('sha256-[^']+')/g, (word, hash: string) => (own.has(hash) ? word : ''))
      .replace(/script-src[^;]*/, adding(scripts))
      .replace(/style-src[^;]*/, adding(styles))
      .replace(/;?\s*$/, (end) =>
        attributes.length === 0 ? end : `; ${ATTRIBUTES} ${attributes.join(' ')};`,
      ),
  );
}

/** The inline scripts of a page that its policy doesn't let run, as written in it, by their hash. */
export function blockedScripts(html: string): Map<string, string> {
  const policy = POLICY.exec(html)?.[0];
  const blocked = new Map<string, string>();
  if (policy === undefined) return blocked;
  for (const { tag, attributes, text } of inlineIn(html)) {
    if (tag !== 'script' || !RUNS.test(attributes)) continue;
    const hash = hashOf(text);
    if (!policy.includes(`'${hash}'`)) blocked.set(hash, text);
  }
  return blocked;
}

/** Astro makes `style="--color: red"` of `define:vars`; a hash alone doesn't allow such an attribute. */
const ATTRIBUTES = "style-src-attr 'unsafe-hashes'";

/** The hashes of all `style` attributes, as a policy has them. */
function styleAttributesOf(html: string): string[] {
  if (!html.includes(' style=')) return [];
  const hashes = new Set<string>();
  visit(htmlToHast(html), 'element', ({ properties: { style } }) => {
    if (typeof style === 'string') hashes.add(`'${hashOf(style)}'`);
  });
  return [...hashes];
}

/** The hashes of all inline scripts, as a policy has them. */
function scriptHashesOf(html: string): string[] {
  return inlineIn(html)
    .filter(({ tag, attributes }) => tag === 'script' && RUNS.test(attributes))
    .map(({ text }) => `'${hashOf(text)}'`);
}

function inlineIn(html: string): Record<'tag' | 'attributes' | 'text', string>[] {
  return [...html.matchAll(INLINE)].map(
    ({ groups }) => groups as Record<'tag' | 'attributes' | 'text', string>,
  );
}

/** The attributes of a script that runs; one of another type, such as JSON-LD, is data, and one with an address isn't inline. */
const RUNS = /^(?!.*\ssrc=)(?!.*\stype=(?!["']?(?:module|text\/javascript)["'\s]))/;

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
