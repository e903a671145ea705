import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { evaluateMdx } from '../../../src/markdown/evaluate.ts';

describe('MDX becomes HTML', () => {
  it.each([
    ['', ''],
    ['---\ntitle: A\n---\n', ''],
    ['a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>'],
    ['a --force -- b --- c', '<p>a --force -- b --- c</p>'],
    ["\"a\" 'b' it's...", '<p>“a” ‘b’ it’s…</p>'],
    ['`"a" --b...`', '<p><code>"a" --b...</code></p>'],
    ['https://example.org', '<p><a href="https://example.org">https://example.org</a></p>'],
    ['a {1 + 1} b', '<p>a 2 b</p>'],
    ['{/* a comment */}', ''],
    ['\\{a\\} `{b}`', '<p>{a} <code>{b}</code></p>'],
    ['<p lang="ar" dir="rtl">a</p>', '<p lang="ar" dir="rtl">a</p>'],
    ['a<br/>b', '<p>a<br>b</p>'],
    ['# a\n\n<h1>b</h1>', '<h2>a</h2>\n<h2>b</h2>'],
    ['<p style="color: red">a</p>', '<p style="color: red">a</p>'],
    ['<p style={{ color: "red" }}>a</p>', '<p style="color: red">a</p>'],
  ])('%j', async (mdx, html) => {
    expect(toHtml(await evaluateMdx(mdx))).toBe(html);
  });
});

describe('a component', () => {
  it.each([
    ['<Note>a</Note>', '<aside class="callout note" data-callout="note">a</aside>'],
    [
      '<Note>\n  a *b*\n</Note>',
      '<aside class="callout note" data-callout="note"><p>a <em>b</em></p></aside>',
    ],
    ['<Warning>a</Warning>', '<aside class="callout warning" data-callout="warning">a</aside>'],
    [
      '<Figure src="./a.png" alt="B & c">d `e`</Figure>',
      '<figure class="picture"><img src="./a.png" alt="B &#x26; c"><figcaption>d <code>e</code></figcaption></figure>',
    ],
    [
      '<Figure src="./a.png" />',
      '<figure class="picture"><img src="./a.png" alt=""><figcaption></figcaption></figure>',
    ],
  ])('can be used without an import: %j', async (mdx, html) => {
    expect(toHtml(await evaluateMdx(mdx))).toBe(html);
  });
});

describe('a fence', () => {
  it('leaves its number, wherever it stands', async () => {
    const mdx = '```sh\na\n```\n\n- b\n\n  ```sh\n  c\n  ```\n\n<Note>\n```sh\nd\n```\n</Note>\n';
    const numbers = [...toHtml(await evaluateMdx(mdx)).matchAll(/<opsnotes-block number="(\d+)">/g)];
    expect(numbers.map(([, number]) => number)).toEqual(['0', '1', '2']);
  });

  it('is counted anew in every text', async () => {
    await evaluateMdx('```sh\na\n```\n');
    expect(toHtml(await evaluateMdx('```sh\nb\n```\n'))).toBe('<opsnotes-block number="0"></opsnotes-block>');
  });
});

describe('what is not there', () => {
  it.each([
    ['{count}', 'count is not defined'],
    ['<Notes>a</Notes>', 'Notes'],
    ['<Note>a', 'Expected a closing tag'],
  ])('is an error: %s', async (mdx, message) => {
    await expect(evaluateMdx(mdx)).rejects.toThrow(message);
  });
});
