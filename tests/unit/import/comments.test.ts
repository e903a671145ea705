import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importSource } from '../../../src/import/import.ts';
import { dies } from './a-death.ts';
import { aFolder, importFile, importFrom, item, options, rss, write } from './an-import.ts';

interface Written {
  id?: number;
  author?: string;
  date?: string;
  approved?: string;
  type?: string;
}

/** A comment as WordPress exports it. */
function comment(
  text: string,
  { id = 12, author = 'Bob', date = '2010-06-01 10:00:00', approved = '1', type = '' }: Written = {},
): string {
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[${author}]]></wp:comment_author><wp:comment_author_email>bob@mail.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_date_gmt>${date}</wp:comment_date_gmt><wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type></wp:comment>`;
}

const exported = (...comments: string[]): string =>
  rss(
    item(
      '<p>The text.</p>',
      `<wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${comments.join('')}`,
    ),
  );

function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { recursive: true });
}

describe('A comment of an export', () => {
  it('is imported with its author and date, and nothing else about the person', async () => {
    const { files, faults, comments } = await importFile(
      'wp.xml',
      exported(comment('Thanks!', { author: 'Bob <b>& Co</b>' })),
    );
    expect(parse(files['comments/post/12.yaml']!)).toEqual({
      author: 'Bob & Co',
      date: '2010-06-01T10:00:00Z',
      body: 'Thanks!',
    });
    expect(comments).toBe(1);
    expect(Object.values(files).join('')).not.toMatch(/mail\.example|192\.0\.2/);
    expect(faults).toEqual([]);
  });

  it.each([
    ['paragraphs and lines', 'One\ntwo\n\nthree', 'One\\\ntwo\n\nthree'],
    [
      'a link and a bare address',
      'See <a href="https://a.example/x">it</a>, http://b.example/c_d?e=1.',
      'See [it](https://a.example/x), [http://b.example/c_d?e=1](http://b.example/c_d?e=1).',
    ],
    [
      'a link to an article',
      '<a href="https://blog.example/2010/05/post/#comment-1">here</a>',
      '[here](/articles/post/)',
    ],
    [
      'code',
      '<pre>[root@a ~]# yum install x\nDone, 1 &lt; 2</pre>',
      '```console\n[root@a ~]# yum install x\nDone, 1 < 2\n```',
    ],
    ['signs of Markdown and MDX', '{a} <b>*</b> [x](y) a < b', '{a} **\\*** \\[x]\\(y) a < b'],
    [
      'scripts and handlers',
      'a<script>alert(1)</script> <em onclick="x()">b</em> <a href="javascript:x()">c</a>',
      'a\n\n_b_ c',
    ],
    ['a picture', '<img src="https://a.example/a.png" alt="A disk">', 'A disk'],
  ])('keeps %s', async (_, text, body) => {
    const { files, faults } = await importFile('wp.xml', exported(comment(text)));
    expect((parse(files['comments/post/12.yaml']!) as { body: string }).body).toBe(body);
    expect(faults).toEqual([]);
  });

  it('whose markup cannot be kept becomes a listing of its words', async () => {
    const { files, faults } = await importFile('wp.xml', exported(comment(`${'<div>'.repeat(9000)}Words.`)));
    expect((parse(files['comments/post/12.yaml']!) as { body: string }).body).toMatch(
      /^(?:Words\.|```text\nWords\.\n```)$/,
    );
    expect(faults).toEqual([]);
  });

  it('that was not approved, is thrown away or only a notice is reported, not imported', async () => {
    const { files, notes } = await importFile(
      'wp.xml',
      exported(
        comment('Buy!', { id: 1, approved: 'spam' }),
        comment('Buy more!', { id: 2, approved: 'trash' }),
        comment('Wait', { id: 3, approved: '0' }),
        comment('[…] x […]', { id: 4, type: 'pingback' }),
        comment('', { id: 5 }),
      ),
    );
    expect(Object.keys(files).filter((path) => path.startsWith('comments/'))).toEqual([]);
    expect(notes.map(({ kind, code, message }) => `${kind} ${code}: ${message}`)).toEqual([
      'dropped not-published: Unexpected 2 comments (thrown away), expected approved ones by readers; not imported.',
      'dropped not-published: Unexpected 1 comment (not approved), expected approved ones by readers; not imported.',
      'dropped not-published: Unexpected 1 comment (a notice of a link), expected approved ones by readers; not imported.',
      'dropped no-text: Unexpected comment with nothing in it, expected a text.',
    ]);
  });

  it('without a name or a date gets what can be said', async () => {
    const { files, codes } = await importFile(
      'wp.xml',
      exported(comment('Hm.', { author: '', date: '0000-00-00 00:00:00' })),
    );
    expect(parse(files['comments/post/12.yaml']!)).toMatchObject({
      author: 'Anonymous',
      date: '2010-05-28T00:34:10Z',
    });
    expect(codes).toEqual(['assumed: no-date']);
  });

  it('is imported once; one that somebody has edited or deleted since stays like that, and new ones are added', async () => {
    const folder = aFolder();
    const first = exported(comment('One', { id: 1 }), comment('Two', { id: 2 }));
    await importFile('wp.xml', first, {}, folder);
    expect(await importFile('wp.xml', first, {}, folder)).toMatchObject({ comments: 0, hasChanged: false });
    write(folder, { 'comments/post/1.yaml': 'author: Bob\ndate: 2010-06-01\nbody: Edited\n' });
    remove(folder, 'comments/post/2.yaml');
    const more = exported(comment('One', { id: 1 }), comment('Two', { id: 2 }), comment('Three', { id: 3 }));
    const { files, comments, articles } = await importFile('wp.xml', more, {}, folder);
    expect([comments, articles.same]).toEqual([1, 1]);
    expect(Object.keys(files).filter((path) => path.startsWith('comments/'))).toEqual([
      'comments/post/1.yaml',
      'comments/post/3.yaml',
    ]);
    expect(files['comments/post/1.yaml']).toContain('Edited');
  });

  it('is not imported below an article that somebody has deleted, and not written by a dry run', async () => {
    const folder = aFolder();
    await importFile('wp.xml', exported(), {}, folder);
    remove(folder, 'articles/post');
    const { files } = await importFile('wp.xml', exported(comment('One')), {}, folder);
    expect(Object.keys(files).filter((path) => path.startsWith('comments/'))).toEqual([]);
    const dry = await importFile('wp.xml', exported(comment('One')), { dryRun: true });
    expect([dry.comments, Object.keys(dry.files)]).toEqual([1, []]);
  });

  it.each([false, true])('is complete after an import that was killed at any point (%s)', async (half) => {
    const source = join(
      aFolder({ 'wp.xml': exported(comment('One', { id: 1 }), comment('Two', { id: 2 })) }),
      'wp.xml',
    );
    const { files: wanted } = await importFrom(source);
    for (let number = 1; ; number++) {
      const folder = aFolder();
      const died = await dies(() => importSource(options(source, folder)), { folder, number, half });
      const { files } = await importFrom(source, {}, folder);
      expect([number, files]).toEqual([number, wanted]);
      if (!died) break;
    }
  });
});
