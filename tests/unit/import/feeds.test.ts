import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aFolder, importFile, importFrom, item, rss, type Imported } from './an-import.ts';

describe('RSS', () => {
  it('becomes an article with dates, tags, old path, id and language', async () => {
    const { frontmatter, text, files, faults } = await importFile(
      'feed.xml',
      rss(item('<p>Text.</p>', '<description>In short.</description>')),
    );
    expect(frontmatter).toBe(`kind: note
title: Post
description: In short.
published: 2010-05-28T00:34:10Z
tags: [linux]
lang: en
id: https://blog.example/?p=1
aliases:
  - /2010/05/post/
`);
    expect(text).toBe('Text.\n');
    expect(files['tags/linux.yaml']).toBe('label: Linux\ndescription: Texts about Linux.\n');
    expect(faults).toEqual([]);
  });

  it('names the author and source that the feed states', async () => {
    const head =
      '<managingEditor>a@blog.example (Anna)</managingEditor><copyright>Anna, https://creativecommons.org/licenses/by-sa/4.0/</copyright>';
    const { frontmatter, files, faults } = await importFile('feed.xml', rss(item('<p>Text.</p>'), head), {
      relation: 'reprint',
    });
    expect(frontmatter).toContain(`attribution:
  source: a-blog
  relation: reprint
  title: Post
  url: https://blog.example/2010/05/post/
  published: 2010-05-28T00:34:10Z
`);
    expect(files['sources/a-blog.yaml']).toBe(`name: A blog
author: Anna
url: https://blog.example/
licence:
  name: CC BY-SA 4.0
  url: https://creativecommons.org/licenses/by-sa/4.0/
notice: Anna, https://creativecommons.org/licenses/by-sa/4.0/
`);
    expect(faults).toEqual([]);
  });

  it('with several authors takes them from the entries', async () => {
    const entry = (id: number, author: string) =>
      `<item><title>${id}</title><link>https://a.example/${id}-x</link><dc:creator>${author}</dc:creator><description>Text.</description></item>`;
    const { files } = await importFile(
      'feed.xml',
      rss(entry(1, 'Anna') + entry(2, 'Boris') + entry(3, 'Boris')),
      { relation: 'reprint', sourceSlug: 'blog' },
    );
    expect(files['sources/blog.yaml']).toContain('author: Boris, Anna\n');
  });

  it('gets different spellings of a tag merged', async () => {
    const entry = (id: number, tag: string) =>
      `<item><title>${id}</title><link>https://a.example/${id}-x</link><category>${tag}</category><description>Text.</description></item>`;
    const { files, faults } = await importFile(
      'feed.xml',
      rss(
        [
          entry(1, 'High Availability'),
          entry(2, 'high-availability'),
          entry(3, 'High Availability'),
          entry(4, 'C++'),
          entry(5, 'Сети'),
        ].join(''),
      ),
    );
    expect(Object.keys(files).filter((path) => path.startsWith('tags/'))).toEqual([
      'tags/c-plus-plus.yaml',
      'tags/high-availability.yaml',
      'tags/seti.yaml',
    ]);
    expect(files['tags/high-availability.yaml']).toContain('label: High Availability\n');
    expect(faults).toEqual([]);
  });

  it('links to files that belong to an entry', async () => {
    const { text } = await importFile(
      'feed.xml',
      rss(item('<p>Text.</p>', '<enclosure url="https://a.example/show.mp3" type="audio/mpeg" length="1"/>')),
    );
    expect(text).toBe('Text.\n\n[show.mp3](https://a.example/show.mp3)\n');
  });
});

describe('A feed below a comment with tags', () => {
  const below = (text: string): Promise<Imported> =>
    importFile('feed.xml', `<!-- Expected: <img src="a.png"> and <p> -->\n${text}`);

  it('is read as a feed', async () => {
    const { entries, frontmatter } = await below(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Post</title><content>A.</content></entry></feed>',
    );
    expect(entries).toBe(1);
    expect(frontmatter).toContain('title: Post\n');
  });

  it('does not become an article itself', async () => {
    const { entries } = await below('<feed xmlns="http://www.w3.org/2005/Atom"><title>A blog</title></feed>');
    expect(entries).toBe(0);
  });
});

describe('Atom', () => {
  const atom = (
    content: string,
  ) => `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us"><title>A</title><link href="https://a.example/"/><rights>All rights reserved.</rights>
<entry><title type="html">One &amp;lt;b&amp;gt; &amp;amp; two</title><link href="https://a.example/one"/><id>urn:uuid:1</id><published>2010-05-28T03:34:10+03:00</published><updated>2010-06-01T00:00:00Z</updated><category term="linux" label="Linux"/>${content}</entry></feed>`;

  it.each([
    ['html', '<content type="html">&lt;p&gt;If a &amp;lt; b.&lt;/p&gt;</content>', 'If a \\< b.\n'],
    [
      'xhtml',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>If a &lt; b<br/>c.</p><pre>$ ls &amp;&amp; pwd\n</pre></div></content>',
      'If a \\< b\\\nc.\n\n```console\n$ ls && pwd\n```\n',
    ],
    ['text', '<content>If a &lt; b.</content>', 'If a \\< b.\n'],
  ])('with content as %s', async (_type, content, expected) => {
    const { text, frontmatter, faults } = await importFile('atom.xml', atom(content));
    expect(text).toBe(expected);
    expect(frontmatter).toContain('title: One <b> & two\n');
    expect(frontmatter).toContain('published: 2010-05-28T03:34:10+03:00\nupdated: 2010-06-01T00:00:00Z\n');
    expect(frontmatter).toContain('lang: en-US\nid: urn:uuid:1\n');
    expect(faults).toEqual([]);
  });
});

describe('JSON Feed', () => {
  it('becomes articles, from HTML or text', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A',
      home_page_url: 'https://a.example/',
      items: [
        {
          id: '1',
          url: 'https://a.example/one',
          title: 'Use <br>',
          content_html: '<p>Text.</p>',
          date_published: '2010-05-28T00:34:10Z',
          tags: ['linux'],
        },
        { id: 2, content_text: 'If a < b.' },
      ],
    };
    const { files, faults, codes } = await importFile('feed.json', JSON.stringify(feed));
    expect(Object.keys(files).filter((path) => path.endsWith('.mdx'))).toHaveLength(2);
    expect(files['articles/one/index.mdx']).toContain('title: Use <br>\n');
    expect(codes).toEqual(['assumed: no-date', 'assumed: no-title']);
    expect(faults).toEqual([]);
  });
});

describe('An export of WordPress', () => {
  const post = (content: string, more = '') =>
    `<item><title>Post</title><link>https://blog.example/post/</link><guid isPermaLink="false">https://blog.example/?p=1</guid><dc:creator>anna</dc:creator><wp:post_date_gmt>2010-05-28 00:34:10</wp:post_date_gmt><wp:post_name>post</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${more}<content:encoded><![CDATA[${content}]]></content:encoded></item>`;

  it('gets the paragraphs that WordPress makes of blank lines', async () => {
    const { text } = await importFile(
      'export.xml',
      rss(post('One\ntwo <b>bold</b>\n\nThree\n<pre>a\n\nb</pre>\nFour')),
    );
    expect(text).toBe('One\\\ntwo **bold**\n\nThree\n\n```text\na\n\nb\n```\n\nFour\n');
  });

  it('keeps the lines of code that has no <pre>, as WordPress displays them', async () => {
    const { text } = await importFile(
      'export.xml',
      rss(post('Run\n<code>\nyum install ntp\nservice ntpd start\n</code>\n\nor <code>uptime</code>.')),
    );
    expect(text).toBe('Run\n\n```bash\nyum install ntp\nservice ntpd start\n```\n\nor `uptime`.\n');
  });

  it.each([
    ['alone in a paragraph', 'Text.\n\nhttps://a.example/watch?v=a_b\n\nMore.'],
    [
      'in a block for what it leads to',
      '<!-- wp:paragraph --><p>Text.</p><!-- /wp:paragraph --><!-- wp:embed {"url":"https://a.example/watch?v=a_b"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://a.example/watch?v=a_b\n</div></figure>\n<!-- /wp:embed --><p>More.</p>',
    ],
  ])('makes a link of an address %s', async (_, content) => {
    const { text } = await importFile('export.xml', rss(post(content)));
    expect(text).toBe('Text.\n\n[https://a.example/watch?v=a_b](https://a.example/watch?v=a_b)\n\nMore.\n');
  });

  it('shows the pictures of a gallery, by number or those of the post', async () => {
    const picture = (id: number, parent: number, more = ''): string =>
      `<item><title>disk-${id}</title><link>https://blog.example/a${id}/</link><wp:post_id>${id}</wp:post_id><wp:post_parent>${parent}</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://blog.example/up/${id}.jpg</wp:attachment_url>${more}</item>`;
    const meta =
      '<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[A "disk"]]></wp:meta_value></wp:postmeta>';
    const pictures = picture(5, 7) + picture(6, 8) + picture(9, 8, meta);
    const texts = (content: string): Promise<string> =>
      importFile('export.xml', rss(post(content, '<wp:post_id>7</wp:post_id>') + pictures)).then(
        ({ text }) => text,
      );
    expect(await texts('[gallery columns="2" ids="9, 6,77"]')).toBe(
      '[A "disk"](https://blog.example/up/9.jpg)\n\n[disk-6](https://blog.example/up/6.jpg)\n',
    );
    expect(await texts('[gallery]')).toBe('[disk-5](https://blog.example/up/5.jpg)\n');
  });

  it('shows a shortcode that is escaped, instead of applying it', async () => {
    const { text } = await importFile('export.xml', rss(post('Write [[code lang="sh"]x[/code]] for code.')));
    expect(text).toBe('Write \\[code lang="sh"]x\\[/code] for code.\n');
  });

  it('keeps the block editor’s texts as they are', async () => {
    const { text } = await importFile(
      'export.xml',
      rss(
        post(
          '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:code {"language":"bash"} -->\n<pre class="wp-block-code"><code>uptime</code></pre>\n<!-- /wp:code -->',
        ),
      ),
    );
    expect(text).toBe('One two\n\n```bash\nuptime\n```\n');
  });

  it('keeps drafts as drafts, and leaves out menus, attachments and trashed posts', async () => {
    const other = (type: string, status = 'publish') =>
      `<item><title>x</title><link>https://blog.example/${type}</link><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status></item>`;
    const draft = post('<p>x</p>')
      .replaceAll('post/', 'draft/')
      .replace('?p=1', '?p=2')
      .replace('>publish<', '>draft<')
      .replace('<wp:post_name>post<', '<wp:post_name>draft<');
    const others = [
      other('attachment'),
      other('nav_menu_item'),
      other('nav_menu_item'),
      other('post', 'trash'),
    ];
    const { files, entries, notes } = await importFile(
      'export.xml',
      rss([post('x'), draft, ...others].join('')),
    );
    expect(entries).toBe(2);
    expect(notes.filter(({ kind }) => kind === 'dropped').map(({ message }) => message)).toEqual([
      'Unexpected trash «x», expected a text; it was not imported.',
      'Unexpected 1 item of type `attachment`, expected posts and pages.',
      'Unexpected 2 items of type `nav_menu_item`, expected posts and pages.',
    ]);
    expect(files['articles/draft/index.mdx']).toContain('draft: true\n');
  });
});

it('Blogger’s backup gives posts and pages, and a report of what else is in it', async () => {
  const entry = (kind: string) =>
    `<entry><id>tag:blogger.com,1999:blog-1.${kind}</id><published>2010-05-28T00:34:10.002-07:00</published><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><title type="text">A ${kind}</title><content type="html">Text</content></entry>`;
  const kinds = ['settings', 'template', 'post', 'comment', 'page'];
  const { files, codes, faults } = await importFile(
    'blog.xml',
    `<feed xmlns="http://www.w3.org/2005/Atom"><id>x:y</id><title>A blog</title>${kinds.map(entry).join('')}</feed>`,
  );
  expect(Object.keys(files).filter((path) => path.endsWith('.mdx'))).toEqual([
    'articles/a-page/index.mdx',
    'articles/a-post/index.mdx',
  ]);
  expect(codes).toEqual(['dropped: no-text', 'dropped: no-text', 'dropped: no-text']);
  expect(faults).toEqual([]);
});

describe('A page of HTML', () => {
  it('saved by a browser is imported with the pictures next to it', async () => {
    const folder = aFolder({
      'A page.html':
        '<!doctype html><html lang="en"><head><title>A page</title><link rel="canonical" href="https://a.example/page/"><meta property="article:published_time" content="2010-05-28T00:34:10Z"></head><body><article><h1>A page</h1><p><img src="./A%20page_files/a.png" alt="A"> <a href="/b">b</a></p></article></body></html>',
      'A page_files/a.png': await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
      'A page_files/script.js': 'x()',
    });
    const { files, text, codes } = await importFrom(join(folder, 'A page.html'));
    expect(text).toBe('![A](./a.png) [b](https://a.example/b)\n');
    expect(Object.keys(files)).toContain('articles/a-page/a.png');
    expect(codes).toEqual([]);
  });

  it('is reduced to its article', async () => {
    const page = `<!doctype html><html lang="en"><head><title>A page – A site</title><meta property="og:site_name" content="A site"><link rel="canonical" href="https://a.example/page.html"><meta property="article:published_time" content="2010-05-28T00:34:10Z"><meta name="author" content="Anna"></head><body><nav><a href="/">Home</a></nav><main><article><h1>A page</h1><p>Text with <a href="other.html">a link</a>.</p><pre><code class="language-sh">uptime</code></pre></article></main><footer>Copyright</footer></body></html>`;
    const { frontmatter, text, faults } = await importFile('page.html', page);
    expect(frontmatter).toContain('title: A page\n');
    expect(frontmatter).toContain('published: 2010-05-28T00:34:10Z\n');
    expect(frontmatter).toContain('- /page.html\n');
    expect(text).toBe('Text with [a link](https://a.example/other.html).\n\n```sh\nuptime\n```\n');
    expect(faults).toEqual([]);
  });
});
