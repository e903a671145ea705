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
    ['One.\n\nTwo *three* `<four>`.', '<p>One.</p>\n<p>Two <em>three</em> <code>&#x3C;four></code>.</p>\n'],
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

  it('and no address can break out of its attribute', () => {
    expect(commentHtml('[a](https://example.org/"onclick="b)', PLACE)).toBe(
      '<p><a href="https://example.org/%22onclick=%22b" rel="nofollow ugc noopener">a</a></p>\n',
    );
  });

  it.each([
    ['[a](java&#x09;script:b)', '<p><a>a</a></p>\n'],
    ['[a](javascript:b) [c](data:text/html,d)', '<p><a>a</a> <a>c</a></p>\n'],
    ['a <b onclick="c">d</b>', '<p>a d</p>\n'],
    ['<script>a()</script>\n\nb', '\n<p>b</p>\n'],
    ['<style>a{}</style>', '\n'],
    ['<iframe srcdoc="<script>a()</script>"></iframe>', '\n'],
    [
      '<form action="https://example.org/">\n\n<input name="a" autofocus onfocus="b()">\n\nc',
      '\n\n<p>c</p>\n',
    ],
    ['a ![b](https://example.org/c.png) ![d](./e.png)', '<p>a  </p>\n'],
    ['<h3 id="step-1">a</h3>', '\n'],
  ])('without what the checks refuse, in case they miss it: %j', (markdown, html) => {
    expect(commentHtml(markdown, PLACE)).toBe(html);
  });

  it('with the tables and lists of GitHub', () => {
    expect(commentHtml('|a|b|\n|:-:|-:|\n|1|2|', PLACE)).toContain(
      '<td style="text-align: center">1</td>\n<td style="text-align: right">2</td>',
    );
    expect(commentHtml('- [x] a\n- [ ] b', PLACE)).toBe(
      '<ul class="contains-task-list">\n' +
        '<li class="task-list-item"><input type="checkbox" checked disabled> a</li>\n' +
        '<li class="task-list-item"><input type="checkbox" disabled> b</li>\n</ul>\n',
    );
    expect(commentHtml('3. a', PLACE)).toBe('<ol start="3">\n<li>a</li>\n</ol>\n');
  });
});
