import { describe, expect, it } from 'vitest';
import { readyHtmlOf } from '../markdown/rendered-html.ts';

describe('a text that is just HTML', () => {
  it.each([
    ['', ''],
    ['---\ntitle: A\n---\n', ''],
    ['a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>'],
    ['a --force -- b --- c', '<p>a --force -- b --- c</p>'],
    ["\"a\" 'b' it's...", '<p>“a” ‘b’ it’s…</p>'],
    ['`"a" --b...`', '<p><code>"a" --b...</code></p>'],
    ['https://example.org', '<p><a href="https://example.org" class="bare">https://example.org</a></p>'],
    ["a{' '}b {/* c */}d", '<p>a b d</p>'],
    ['{/* a comment */}', ''],
    ['\\{a\\} `{b}`', '<p>{a} <code>{b}</code></p>'],
    ['<p lang="ar" dir="rtl">a</p>', '<p lang="ar" dir="rtl">a</p>'],
    ['a<br/>b', '<p>a<br>b</p>'],
    ['Press <kbd>Ctrl</kbd> <b>*a*</b>', '<p>Press <kbd>Ctrl</kbd> <b><em>a</em></b></p>'],
    [
      '# a\n\n<h1>b</h1>',
      '<h2 id="a">a<a class="anchor" href="#a" aria-label="# a"></a></h2>\n<h2 id="b">b<a class="anchor" href="#b" aria-label="# b"></a></h2>',
    ],
  ])('is ready: %j', async (mdx, html) => {
    expect(await readyHtmlOf(mdx)).toBe(html);
  });
});

describe('a component that needs no import', () => {
  const note = '<aside class="callout note" role="note"><p class="callout-label">Note</p>';
  it.each([
    ['<Note>a</Note>', `${note}a</aside>`],
    ['<Note>\n  a *b*\n</Note>', `${note}<p>a <em>b</em></p></aside>`],
    [
      '<Warning>a</Warning>',
      '<aside class="callout warning" role="note"><p class="callout-label">Warning</p>a</aside>',
    ],
    [
      '<Figure src="https://a.example/b.png" alt="B & c">d `e`</Figure>',
      '<figure class="picture"><img src="https://a.example/b.png" alt="B &amp; c"><figcaption>d <code>e</code></figcaption></figure>',
    ],
  ])('is ready too: %j', async (mdx, html) => {
    expect(await readyHtmlOf(mdx)).toBe(html);
  });
});

describe('a text that imports, exports or computes something', () => {
  it.each([
    'import A from "./a.astro";\n\nText.',
    'export const a = 1;\n\nText.',
    'a {1 + 1} b',
    '<A.B />',
    '<p style={{ color: "red" }}>a</p>',
    '<img {...props} />',
    'export const a = 1;',
  ])('is left to Astro: %j', async (mdx) => {
    expect(await readyHtmlOf(mdx)).toBeUndefined();
  });
});

it('a text that does not parse is an error with its line', async () => {
  await expect(readyHtmlOf('\n\n<Note>a')).rejects.toThrow(/^3:1: Expected a closing tag/);
});
