import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline-of.ts';
import {
  aFolder,
  fromHtml,
  fromMarkdown,
  importFile,
  importFolder,
  importFrom,
  item,
  rss,
  write,
} from './an-import.ts';

describe('XML that is not well-formed', () => {
  it.each([
    [
      'an undefined entity and a bare ampersand',
      '<item><title>A &nbsp; B & C</title><link>https://a.example/a-b</link><description>Text.</description></item>',
    ],
    [
      'an unclosed element',
      '<item><title>One<link>https://a.example/one-x</link><description>Text.</description></item>',
    ],
    [
      'an attribute without quotes',
      '<item><title>One</title><enclosure url=https://a.example/x/><description>Text.</description></item>',
    ],
    [
      'a bare angle bracket',
      '<item><title>If a < b</title><link>https://a.example/a-b</link><description>Text.</description></item>',
    ],
    [
      'a closing tag that closes nothing',
      '<item><title>One</title><description>Text</b> and more.</description></item>',
    ],
    ['a closing tag in other letters', '<item><title>One</Title><description>Text.</description></ITEM>'],
    ['an entry that is not closed', '<item><title>One</title><description>Text.</description>'],
    ['a control character', '<item><title>One\u0007</title><description>Text.</description></item>'],
  ])('%s: is reported with its line, and all entries are imported', async (_name, broken) => {
    const { articles, notes, faults } = await importFile('feed.xml', rss(broken + item('<p>Good.</p>')));
    expect(articles.new).toBe(2);
    expect(notes.find(({ code }) => code === 'broken-xml')).toMatchObject({
      kind: 'refused',
      at: { file: 'feed.xml' },
      message: expect.stringMatching(/^Unexpected (?:XML, expected it to be well-formed: |`&`|`<)/) as string,
    });
    expect(faults).toEqual([]);
  });

  it('may end within an entry', async () => {
    const whole = rss(
      item('<p>Good.</p>') + item('<p>Other.</p>').replaceAll('post', 'other').replace('?p=1', '?p=2'),
    );
    const { articles, codes } = await importFile('feed.xml', whole.slice(0, whole.indexOf('Other.')));
    expect(articles.new).toBe(2);
    expect(codes).toContain('refused: broken-xml');
  });

  it('may have entities that would grow without limit', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>${rss('<item><title>&c;</title><description>Text.</description></item>').replace(/^<\?xml.*?\?>/, '')}`;
    const { articles } = await importFile('feed.xml', bomb);
    expect(articles.new).toBe(1);
  });
});

describe('An entry', () => {
  const entry = (inner: string) => rss(`<item>${inner}</item>`);

  it.each([
    [
      'without a title',
      '<link>https://a.example/x-1</link><description>The first words. More.</description><pubDate>Fri, 28 May 2010 00:34:10 +0000</pubDate>',
      ['assumed: no-title'],
    ],
    [
      'without a date',
      '<title>A</title><link>https://a.example/x-1</link><description>Text.</description>',
      ['assumed: no-date'],
    ],
    [
      'without an address',
      '<title>A</title><description>Text.</description><pubDate>Fri, 28 May 2010 00:34:10 +0000</pubDate>',
      [],
    ],
    [
      'without a text',
      '<title>A</title><link>https://a.example/x-1</link><pubDate>Fri, 28 May 2010 00:34:10 +0000</pubDate>',
      ['assumed: no-text'],
    ],
    [
      'of 1970',
      '<title>A</title><description>Text.</description><pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate>',
      ['assumed: no-date'],
    ],
    [
      'of yesterday',
      '<title>A</title><description>Text.</description><pubDate>yesterday</pubDate>',
      ['assumed: no-date'],
    ],
    [
      'in letters that addresses do not have',
      '<title>日本語の記事</title><description>Text.</description><pubDate>Fri, 28 May 2010 00:34:10 +0000</pubDate>',
      [],
    ],
    [
      'whose title is markup',
      '<title>&lt;b&gt;A&lt;/b&gt; --- # "x": [y]</title><description>Text.</description><pubDate>Fri, 28 May 2010 00:34:10 +0000</pubDate>',
      [],
    ],
    [
      'whose address runs a script',
      '<title>A</title><link>javascript:alert(1)</link><description>Text.</description><pubDate>Fri, 28 May 2010 00:34:10 +0000</pubDate>',
      [],
    ],
  ])('%s is imported and builds', async (_name, inner, codes) => {
    const imported = await importFile('feed.xml', entry(inner));
    expect(imported.articles.new).toBe(1);
    expect(imported.codes).toEqual(codes);
    expect(imported.faults).toEqual([]);
  });

  it('with nothing at all is reported', async () => {
    expect((await importFile('feed.xml', entry(''))).codes).toEqual(['refused: nothing-there']);
  });

  it('of a page with nothing but a comment is reported', async () => {
    expect((await importFile('page.html', '<!-- Nothing yet. -->\n')).codes).toEqual([
      'refused: nothing-there',
    ]);
  });

  it('that occurs twice is imported once; a different text with the same id is imported without the id', async () => {
    const other = item('<p>Other.</p>').replace('<title>Post', '<title>Other').replace('/post/', '/other/');
    const { articles, codes, files, faults } = await importFile(
      'feed.xml',
      rss(item('<p>A.</p>') + item('<p>A.</p>') + other),
    );
    expect(articles.new).toBe(2);
    expect(codes).toEqual(['dropped: same-entry', 'assumed: same-id']);
    expect(files['articles/other/index.mdx']).not.toContain('\nid: ');
    expect(faults).toEqual([]);
  });

  it('without an id or address is imported from each feed that has it, and once from a feed that has it twice', async () => {
    const feed = rss('<item><title>Test</title><description>Test.</description></item>'.repeat(2));
    const { articles, codes, faults } = await importFolder({ 'a.xml': feed, 'b.xml': feed });
    expect(articles.new).toBe(2);
    expect(codes.filter((code) => code.endsWith('same-entry'))).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('does not keep an old path that this site needs itself', async () => {
    const { frontmatter, codes, faults } = await importFile(
      'feed.xml',
      rss(item('<p>A.</p>').replace('/2010/05/post/', '/tags/linux/')),
    );
    expect(frontmatter).not.toContain('aliases');
    expect(codes).toEqual(['dropped: old-path']);
    expect(faults).toEqual([]);
  });
});

describe('An encoding', () => {
  const russian = '<p>Привет, мир: как дела на серверах?</p>';
  const cp1251 = (text: string) =>
    Uint8Array.from(text, (letter) =>
      letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0),
    );

  it('that is declared wrongly is recognised and reported', async () => {
    const { text, codes } = await importFile('feed.xml', cp1251(rss(item(russian))));
    expect(text).toBe('Привет, мир: как дела на серверах?\n');
    expect(codes).toEqual(['assumed: wrong-encoding']);
  });

  it.each([
    ['windows-1251, declared so', (text: string) => cp1251(text.replace('UTF-8', 'windows-1251'))],
    ['UTF-16 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    [
      'UTF-8 that is declared as windows-1251',
      (text: string) => Buffer.from(text.replace('UTF-8', 'windows-1251')),
    ],
  ])('is read: %s', async (_name, encode) => {
    expect((await importFile('feed.xml', encode(rss(item(russian))))).text).toBe(
      'Привет, мир: как дела на серверах?\n',
    );
  });
});

describe('10,000 nested elements', () => {
  it('leave code as it is', async () => {
    const { text } = await fromHtml(
      `${'<div>'.repeat(10_000)}<pre>uptime\n  up</pre>${'<div>x'.repeat(10_000)}<pre>a\n  b</pre>`,
    );
    expect(text).toContain('```text\nuptime\n  up\n```\n');
    expect(text).toContain('```text\na\n  b\n```\n');
  });

  it.each(['div', 'b', 'ul><li', 'blockquote', 'span', 'table><tr><td'])('<%s>', async (tags) => {
    const { articles, text, faults } = await fromHtml(`<${tags}>`.repeat(10_000) + 'The text.');
    expect(articles.new).toBe(1);
    expect(text).toContain('The text.');
    expect(faults).toEqual([]);
  });

  it('of XML', async () => {
    const { articles, faults } = await importFile(
      'feed.xml',
      rss(
        `<item><title>A</title>${'<a>'.repeat(10_000)}x${'</a>'.repeat(10_000)}<description>Text.</description></item>`,
      ),
    );
    expect(articles.new).toBe(1);
    expect(faults).toEqual([]);
  });

  it.each([
    ['quotations', `${'> '.repeat(3000)}The text.`],
    ['brackets', `${'['.repeat(10_000)}The text.`],
    ['emphasis', `${'**a '.repeat(3000)}The text.`],
    ['elements', `${'<div>'.repeat(10_000)}The text.`],
  ])('of Markdown: %s', async (_name, markdown) => {
    const { articles, text, faults } = await fromMarkdown(markdown);
    expect(articles.new).toBe(1);
    expect(text).toContain('The text.');
    expect(faults).toEqual([]);
  });
});

describe('An archive', () => {
  const post = '---\ntitle: Good\ndate: 2010-05-28\n---\n\nText.\n';

  it('with names that lead out of it is imported without those', async () => {
    const zip = zipSync({
      '../../outside.md': strToU8(post),
      '/etc/outside.md': strToU8(post),
      'blog/good.md': strToU8(post),
      'blog/..\\outside.md': strToU8(post),
    });
    const { articles, codes, files, folder } = await importFile('blog.zip', zip);
    expect(articles.new).toBe(1);
    expect(codes.filter((code) => code === 'refused: unsafe-archive')).toHaveLength(3);
    expect(Object.keys(files)).toEqual(['articles/good/index.mdx', 'tags/untagged.yaml']);
    expect(existsSync(join(folder, '..', 'outside.md'))).toBe(false);
  });

  it('that isn’t complete is reported', async () => {
    const zip = zipSync({ 'good.md': strToU8(post) });
    const { codes, articles } = await importFile('blog.zip', zip.slice(0, zip.length / 2));
    expect(articles.new).toBe(0);
    expect(codes).toContain('refused: broken-archive');
  });
});

describe('A file', () => {
  it.each([
    ['of nothing', 'a.xml', ''],
    ['of a picture', 'a.bin', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['of other JSON', 'a.json', '{"a": 1}'],
    ['of JSON that doesn’t parse', 'a.json', '{"a": '],
    ['of other XML', 'a.xml', '<?xml version="1.0"?><a/>'],
  ])('%s is reported', async (_name, name, content) => {
    const { articles, codes } = await importFile(name, content);
    expect(articles.new).toBe(0);
    expect(codes).toEqual([expect.stringMatching(/^refused: (?:unknown-format|broken-json)$/)]);
  });

  it('that doesn’t exist is reported', async () => {
    expect((await importFrom('/nothing/there.xml')).codes).toEqual(['refused: unreadable-file']);
  });

  it.skipIf(process.platform === 'win32')('that never ends is reported', async () => {
    expect((await importFrom('/dev/zero')).codes).toEqual(['refused: too-much']);
  });

  it('that is too large is reported, also through a link', async () => {
    const folder = aFolder({ 'large.xml': '' });
    truncateSync(join(folder, 'large.xml'), 301 * 1024 * 1024);
    symlinkSync('large.xml', join(folder, 'link.xml'));
    for (const name of ['large.xml', 'link.xml'])
      expect((await importFrom(join(folder, name))).codes).toEqual(['refused: too-much']);
  });

  it.skipIf(process.platform === 'win32')('may be a pipe', async () => {
    const pipe = join(aFolder(), 'feed');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'printf "%s" "$1" > "$2"', 'sh', rss(item('<p>Text.</p>')), pipe], {
      stdio: 'ignore',
    });
    const { articles } = await importFrom(pipe);
    expect(articles.new).toBe(1);
    if (writer.exitCode === null) await once(writer, 'exit');
  });

  it('whose frontmatter doesn’t parse is read line by line', async () => {
    const { frontmatter, codes, faults } = await importFolder({
      'post.md': '---\ntitle: RAID: one or five?\ndate: 2010-05-28\ntags: [linux, raid]\n\tx\n---\n\nText.\n',
    });
    expect(frontmatter).toContain('title: "RAID: one or five?"\n');
    expect(frontmatter).toContain('tags: [linux, raid]\n');
    expect(codes).toEqual(['assumed: broken-frontmatter']);
    expect(faults).toEqual([]);
  });
});

describe('A symbolic link', () => {
  const post = '---\ntitle: Good\ndate: 2010-05-28\ntags: [linux]\n---\n\n![A](a.png) [b](secret.txt)\n';

  it('in the source is reported and not followed', async () => {
    const outside = aFolder({ 'secret.txt': 'secret', 'a.md': post });
    const source = aFolder({ 'good.md': post });
    symlinkSync(join(outside, 'secret.txt'), join(source, 'secret.txt'));
    symlinkSync(join(outside, 'a.md'), join(source, 'a.md'));
    symlinkSync(outside, join(source, 'more'));
    const { codes, files } = await importFrom(source);
    expect(codes.filter((code) => code === 'refused: symbolic-link')).toHaveLength(3);
    expect(Object.keys(files)).toEqual(['articles/good/index.mdx', 'tags/linux.yaml']);
  });

  it('in the content that leads out of it is not written through', async () => {
    const [outside, folder] = [aFolder(), aFolder()];
    mkdirSync(join(folder, 'articles'));
    symlinkSync(outside, join(folder, 'articles', 'post'));
    const feed = join(
      aFolder({
        'feed.xml': rss(
          item('<p>A.</p>') + item('<p>B.</p>').replaceAll('post', 'other').replace('?p=1', '?p=2'),
        ),
      }),
      'feed.xml',
    );
    const { articles, codes } = await importFrom(feed, {}, folder);
    expect(articles).toMatchObject({ new: 1, failed: 1 });
    expect(codes).toContain('refused: not-written');
    expect(existsSync(join(outside, 'index.mdx'))).toBe(false);
  });
});

describe('Any text', () => {
  const texts = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '{',
          '}',
          '<',
          '>',
          '`',
          '```',
          '\n',
          '\n\n',
          '    ',
          '- ',
          '1. ',
          '# ',
          '| ',
          'import a from "b"',
          'export const a',
          '<b>',
          '</div>',
          '&lt;',
          '[a](',
          '![',
          ':::note',
          '{{',
          '{%',
          '$ ls',
          '~~~',
          '---',
          '<!--',
          '\u202e',
        ),
      ),
    )
    .map((parts) => parts.join(''));

  it('of Markdown becomes an article that builds', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { articles, faults } = await fromMarkdown(text);
        expect([articles.new, faults]).toEqual([1, []]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('of HTML becomes an article that builds', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { articles, faults } = await importFile(
          'feed.xml',
          rss(
            item('x').replace(
              /<content:encoded>.*<\/content:encoded>/s,
              () => `<description>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</description>`,
            ),
          ),
        );
        expect([articles.new, faults]).toEqual([1, []]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('of code stays the same, except for look-alike characters', async () => {
    const code = fc
      .array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '\n',
            '\t',
            '`',
            '```',
            '~~~~',
            '<br>',
            '&amp;',
            '{',
            '{/*',
            '*/}',
            '  ',
            '# ',
            '$ ',
          ),
        ),
      )
      .map((parts) => parts.join(''))
      .filter((text) => text.trim() !== '' && !/<br|&amp;/.test(text));
    await fc.assert(
      fc.asyncProperty(code, async (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const { files, faults } = await fromHtml(`<pre>\n${escaped}\n</pre>`.replaceAll(']]>', ']]&gt;'));
        expect(faults).toEqual([]);
        expect(outlineOf(files['articles/post/index.mdx']!)).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

it('The names of a feed’s pictures and a folder’s files never lead out of the content folder', async () => {
  const folder = aFolder();
  write(folder, { 'content/x': '' });
  const source = aFolder({
    'post.md':
      '---\ntitle: ../../x\nslug: ../../y\ndate: 2010-05-28\ntags: ["../../z"]\n---\n\n[a](../../etc/passwd) ![b](..%2f..%2fa.png)\n',
  });
  writeFileSync(join(folder, 'before'), 'x');
  const { files } = await importFrom(source, {}, join(folder, 'content'));
  expect(Object.keys(files)).toEqual(['articles/y/index.mdx', 'tags/z.yaml', 'x']);
  expect(readFileSync(join(folder, 'before'), 'utf8')).toBe('x');
});
