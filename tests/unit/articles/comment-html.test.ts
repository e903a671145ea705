import { describe, expect, it } from 'vitest';
import { commentHtml } from '../../../src/articles/comment-html.ts';

const PLACE = {
  path: '/articles/a/',
  file: '/content/comments/a/one.yaml',
  href: (path: string) => `/notes${path}`,
};

describe('a comment becomes HTML', () => {
  it.each([
    ['Thanks.', '<p>Thanks.</p>\n'],
    ['One.\n\nTwo *three* `<four>`.', '<p>One.</p>\n<p>Two <em>three</em> <code>&lt;four&gt;</code>.</p>\n'],
    ['a {b} "c" --d', '<p>a {b} “c” --d</p>\n'],
    ['a[^1]\n\n[^1]: b c', '<p>a[^1]</p>\n<p>[^1]: b c</p>\n'],
    ['---\na: b\n---\n', '<hr>\n<h4>a: b</h4>\n'],
    ['# One\n\n##### Two', '<h3>One</h3>\n<h6>Two</h6>\n'],
    ['import a from b', '<p>import a from b</p>\n'],
    ['```\n# iptables -F\n```', '<pre><code># iptables -F\n</code></pre>\n'],
  ])('%j', (markdown, html) => {
    expect(commentHtml(markdown, PLACE)).toBe(html);
  });

  it.each([
    '[a](https://example.org/)',
    'https://example.org/',
    '[a]\n\n[a]: https://example.org/',
    '<https://example.org/>',
  ])('with links that search engines don’t count: %j', (markdown) => {
    expect(commentHtml(markdown, PLACE)).toMatch(
      /<a href="https:\/\/example\.org\/" rel="nofollow ugc noopener">/,
    );
  });

  it.each([
    ['[a](/tags/xen/)', '/notes/tags/xen/'],
    ['[a](/search/?q=b#c)', '/notes/search/?q=b#c'],
    ['[a](#step-1)', '#step-1'],
  ])('with links below the site’s base: %s', (markdown, href) => {
    expect(commentHtml(markdown, PLACE)).toContain(`<a href="${href}"`);
  });

  it('without a way out of an address', () => {
    expect(commentHtml('[a](https://example.org/"onclick="b)', PLACE)).toBe(
      '<p><a href="https://example.org/%22onclick=%22b" rel="nofollow ugc noopener">a</a></p>\n',
    );
    expect(commentHtml('[a](java&#x09;script:b)', PLACE)).not.toMatch(/href="java\s*script:/);
  });
});
