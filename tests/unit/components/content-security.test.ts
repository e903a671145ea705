import { describe, expect, it } from 'vitest';
import { hashOf, policyOf, withOwnHashes } from '../../../src/components/content-security.ts';

const page = (policy: string, rest: string): string =>
  `<meta http-equiv="content-security-policy" content="${policy}"><body>${rest}</body>`;

describe('the policy of a page', () => {
  it('allows its own inline styles, the scripts of components in a text, and nothing of other pages', () => {
    const html = page(
      "default-src 'none'; script-src 'self' 'sha256-another'; style-src 'self' 'sha256-another';",
      '<p><!--part 9--><script>run()</script><script type="module">go()</script><!--/part 9--></p><style>a{}</style>',
    );
    expect(policyOf(withOwnHashes(html))).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'", `'${hashOf('run()')}'`, `'${hashOf('go()')}'`],
      'style-src': ["'self'", `'${hashOf('a{}')}'`],
    });
  });

  it('allows no script outside of what a text computes', () => {
    const html = page(
      "script-src 'self'; style-src 'self';",
      '<h1 title="<script>run()</script>"><script>run()</script>',
    );
    expect(withOwnHashes(html)).toBe(html);
  });

  it('keeps a hash that Astro has added where it is', () => {
    const html = page(`script-src '${hashOf('run()')}' 'self'; style-src 'self';`, '<script>run()</script>');
    expect(withOwnHashes(html)).toBe(html);
  });

  it('needs no hash for data, nor for a script of another file', () => {
    const data = '<script type="application/ld+json">{}</script><script defer src="/a.js"></script>';
    const html = page("script-src 'self'; style-src 'self';", `<!--part 9-->${data}<!--/part 9-->`);
    expect(withOwnHashes(html)).toBe(html);
  });

  it('allows the style attributes that `define:vars` makes, each once', () => {
    const html = page(
      "script-src 'self'; style-src 'self';",
      '<p style="--font: &quot;Mono&quot;">a</p><p style="--font: &quot;Mono&quot;">b</p><script>"<p style=\'x\'>"</script>',
    );
    const policy = policyOf(withOwnHashes(html));
    expect(policy['style-src-attr']).toEqual(["'unsafe-hashes'", `'${hashOf('--font: "Mono"')}'`]);
    expect(policy['style-src']).toEqual(["'self'"]);
  });
});
