import { describe, expect, it } from 'vitest';
import { attachment, attachmentPath, attachments } from '../../../../src/content/outline/attachments.ts';
import { outline } from '../../../../src/content/outline/outline.ts';

const FILE = '/content/articles/a/index.mdx';

describe('the attachments of an article', () => {
  it('are the files that it shows, links to or names as data, each once', () => {
    const text =
      '![a](./graph.png) ![b](graph.png) [c](runs/1.csv) [d](/tags/xen/) [e](../b.mdx) [f](https://g.example)';
    expect(attachments(outline(text), FILE, 'all.csv')).toEqual([
      { file: '/content/articles/a/graph.png', name: 'graph.png' },
      { file: '/content/articles/a/runs/1.csv', name: 'runs/1.csv' },
      { file: '/content/articles/a/all.csv', name: 'all.csv' },
    ]);
  });

  it('are none if it has none', () => {
    expect(attachments(outline('Text.'), FILE)).toEqual([]);
  });
});

describe('an attachment', () => {
  it('from outside the article’s folder is published next to the article all the same', () => {
    expect(attachment('../shared/a.png', FILE)).toEqual({
      file: '/content/articles/shared/a.png',
      name: 'a.png',
      rest: '',
    });
  });

  it.each([
    ['graph.png', '/articles/a/graph.png'],
    ['runs/two words & more.csv', '/articles/a/runs/two%20words%20%26%20more.csv'],
    ['график.png', '/articles/a/%D0%B3%D1%80%D0%B0%D1%84%D0%B8%D0%BA.png'],
    ['100%#1.csv', '/articles/a/100%25%231.csv'],
  ])('has an address that is escaped: %s', (name, path) => {
    expect(attachmentPath('/articles/a/', { name })).toBe(path);
  });
});
