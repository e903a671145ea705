import { describe, expect, it } from 'vitest';
import { commentHtml } from '../../../src/markdown/comment.ts';

describe('a comment becomes HTML', () => {
  it.each([
    ['Thanks.', '<p>Thanks.</p>\n'],
    ['One.\n\nTwo *three* `<four>`.', '<p>One.</p>\n<p>Two <em>three</em> <code>&lt;four&gt;</code>.</p>\n'],
    ['a {b} "c" --d', '<p>a {b} “c” --d</p>\n'],
    ['import a from b', '<p>import a from b</p>\n'],
    ['```\n# iptables -F\n```', '<pre><code># iptables -F\n</code></pre>\n'],
  ])('%j', (markdown, html) => {
    expect(commentHtml(markdown)).toBe(html);
  });

  it.each([
    '[a](https://example.org/)',
    'https://example.org/',
    '[a]\n\n[a]: https://example.org/',
    '<https://example.org/>',
  ])('with links that search engines don’t count: %j', (markdown) => {
    expect(commentHtml(markdown)).toMatch(/<a href="https:\/\/example\.org\/" rel="nofollow ugc noopener">/);
  });

  it('without a way out of an address', () => {
    expect(commentHtml('[a](https://example.org/"onclick="b)')).toBe(
      '<p><a href="https://example.org/%22onclick=%22b" rel="nofollow ugc noopener">a</a></p>\n',
    );
    expect(commentHtml('[a](java&#x09;script:b)')).toContain('href="java%09script:b"');
  });
});
