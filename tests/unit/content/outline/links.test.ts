import { describe, expect, it } from 'vitest';
import { isFile, linkTarget } from '../../../../src/content/outline/links.ts';

const FILE = '/content/articles/a.mdx';

describe('an address leads', () => {
  it.each([
    'https://example.org/a',
    'HTTP://EXAMPLE.ORG',
    'mailto:a@example.org',
    'tel:+49',
    'irc://irc.libera.chat/gluster',
    'git://example.org/a.git',
    '//example.org/a',
  ])('elsewhere: %s', (address) => {
    expect(linkTarget(address, FILE)).toEqual({ to: 'elsewhere' });
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,a',
    'vbscript:a',
    'java\tscript:alert(1)',
    ' \u0001java\r\nscript:alert(1)',
    'file:///etc/passwd',
    'blob:a',
  ])('nowhere: %s', (address) => {
    expect(linkTarget(address, FILE)).toEqual({ to: 'nowhere' });
  });

  it.each([
    ['#one', 'one'],
    ['#', ''],
    ['', ''],
    ['#%D0%BE%D0%B4%D0%B8%D0%BD', 'один'],
    ['#100%', '100%'],
  ])('to a heading of the same article: %j', (address, fragment) => {
    expect(linkTarget(address, FILE)).toEqual({ to: 'heading', fragment });
  });

  it.each([
    ['/tags/xen/', '/tags/xen/', undefined, ''],
    ['/articles/b/#c', '/articles/b/', 'c', '#c'],
    ['/search/?q=ls%20-a#c', '/search/', 'c', '?q=ls%20-a#c'],
    ['/search/?q=a?b', '/search/', undefined, '?q=a?b'],
    ['/a/#b?c', '/a/', 'b?c', '#b?c'],
    ['./b.mdx', '/articles/b/', undefined, ''],
    ['b.mdx#c', '/articles/b/', 'c', '#c'],
    ['./b/index.mdx', '/articles/b/', undefined, ''],
    ['../articles/b.mdx', '/articles/b/', undefined, ''],
    ['../pages/about.mdx', '/about/', undefined, ''],
    ['./pages/index.mdx', '/articles/pages/', undefined, ''],
    ['/tags/%D1%85/', '/tags/х/', undefined, ''],
  ])('to a path of the site: %s', (address, path, fragment, rest) => {
    expect(linkTarget(address, FILE)).toEqual({ to: 'path', path, fragment, rest });
  });

  it.each([
    ['./imprint.mdx#b', '/imprint/'],
    ['../articles/b.mdx', '/articles/b/'],
    ['../articles/b/index.mdx', '/articles/b/'],
  ])('to a path of the site from a page of its own: %s', (address, path) => {
    expect(linkTarget(address, '/content/pages/about.mdx')).toMatchObject({ to: 'path', path });
  });

  it('to a path of the site, also from an article in a folder', () => {
    expect(linkTarget('../b.mdx', '/content/articles/a/index.mdx')).toMatchObject({ path: '/articles/b/' });
    expect(linkTarget('../b/index.mdx', '/content/articles/a/index.mdx')).toMatchObject({
      path: '/articles/b/',
    });
  });

  it.each([
    ['graph.png', '/content/articles/graph.png', 'graph.png', ''],
    ['./data/runs.csv#row=5', '/content/articles/data/runs.csv', 'runs.csv', '#row=5'],
    ['two%20words.txt', '/content/articles/two words.txt', 'two words.txt', ''],
    ['../shared/a.png', '/content/shared/a.png', 'a.png', ''],
  ])('to a file: %s', (address, file, name, rest) => {
    expect(linkTarget(address, FILE)).toEqual({ to: 'file', file, name, rest });
  });
});

describe('a file', () => {
  it('is there, and no folder', () => {
    expect([isFile('package.json'), isFile('src'), isFile('no-such-file')]).toEqual([true, false, false]);
  });
});
