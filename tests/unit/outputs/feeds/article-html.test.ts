import { resolve } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/articles/articles.ts';
import { feedHtml } from '../../../../src/outputs/feeds/article-html.ts';
import { proofOf } from '../../articles/a-proof.ts';
import { anArticle, attributedAs, LOG, type ArticleFields } from '../../articles/an-article.ts';
import { renderedHtml } from '../../markdown/rendered-html.ts';

describe('an article for feed readers', () => {
  it('has full URLs', async () => {
    const $ = await feed({
      mdx: '[a](/tags/xen/) [b](./b.mdx#c) [d](d.csv) ![e](e.png) [f](https://f.example)',
    });
    expect(
      $('[href]')
        .map((_, node) => $(node).attr('href'))
        .get(),
    ).toEqual([
      'https://site.example/tags/xen/',
      'https://site.example/articles/b/#c',
      'https://site.example/articles/a/d.csv',
      'https://f.example',
    ]);
    expect($('img').attr('src')).toBe('https://site.example/articles/a/e.png');
  });

  it('keeps a block as it is written, with prompts and output', async () => {
    const text = '[root@a ~]# cat <<E\n<b>&\n{{c}}\nE\n<b>&\n{{c}}';
    const $ = await feed({ mdx: `\`\`\`console\n${text}\n\`\`\`\n` });
    expect($('pre code').text()).toBe(text);
    expect($('button, script, [data-copy], opsnotes-block')).toHaveLength(0);
  });

  it.each([
    ['console host="a b" title="C"', '# ls', 'C · a · b'],
    ['console', '[root@a ~]# ls\n[root@b ~]# ls', 'a · b'],
    ['ini file="/etc/a" host="b"', '[c]', 'File /etc/a · b'],
    ['text file="/etc/hosts" append', 'a', 'Append to /etc/hosts'],
    ['console', '$ ls', ''],
  ])('says above a block what it is for: %s', async (info, text, caption) => {
    const $ = await feed({ mdx: `\`\`\`${info}\n${text}\n\`\`\`\n` });
    expect($('p strong').text()).toBe(caption);
  });

  it('keeps several blocks in their order', async () => {
    const mdx =
      '```console host="a"\n# one\n```\n\n```console host="b"\n# two\n```\n\n- c\n\n  ```\n  three\n  ```\n';
    const $ = await feed({ mdx });
    expect(
      $('pre')
        .map((_, node) => $(node).text())
        .get(),
    ).toEqual(['# one', '# two', 'three']);
  });

  it('quotes notes and warnings, with labels', async () => {
    const $ = await feed({ mdx: '<Note>a</Note>\n\n<Warning>b</Warning>' });
    expect($('blockquote strong').text()).toBe('NoteWarning');
    expect($('aside')).toHaveLength(0);
  });

  it('has nothing that needs a style sheet or a script, and nothing that a feed reader would reject', async () => {
    const mdx =
      '<p class="a" id="b" style="color: red" onclick="c()" data-d="e" title="f">g</p>\n\n<script>h</script>\n\n' +
      '<form><button>i</button></form>\n\n<my-element>j</my-element>\n\n<svg aria-label="k"><path d="l" /></svg>\n';
    expect(await html({ mdx })).toMatch(
      /^<p title="f">g<\/p>\s*<p>j<\/p>|^<p title="f">g<\/p>\s*j\s*<em>k<\/em>/,
    );
  });

  it('has characters for the boxes of a task list, and full URLs for footnotes', async () => {
    const $ = await feed({ mdx: '- [x] a\n- [ ] b\n\nc[^1]\n\n[^1]: d\n' });
    expect($('ul').text().replace(/\s+/g, ' ').trim()).toBe('☑ a ☐ b');
    const fragments = $('[href]')
      .map((_, node) => $(node).attr('href'))
      .get();
    expect(fragments).toHaveLength(2);
    for (const address of fragments) expect(address).toMatch(/^https:\/\/site\.example\/articles\/a\/#/);
  });

  it('escapes what is text', async () => {
    const $ = await feed({ mdx: '`<script>` &amp;amp; \\<b>\n\n```text\n\n<i>&amp;\n```\n' });
    expect($('p').text()).toBe('<script> &amp; <b>');
    expect($('pre').text()).toBe('\n<i>&amp;');
    expect($('script, b, i')).toHaveLength(0);
  });

  it('says when its commands were run, and what differs in their output', async () => {
    const mdx = '```console host="a"\n$ date\n{{*date}}\n```\n';
    const $ = await feed({ mdx, proof: proofOf(mdx, mdx) });
    expect($('body > ul > li').text()).toBe(
      'Verified: Run on 28 November 2026 on Debian 12: 1 of 1 step passed.',
    );
    expect($('pre').text()).toBe('$ date\n‹date›');
  });

  it('begins with what the page shows next to the text', async () => {
    const $ = await feed({
      data: {
        kind: 'conference',
        event: { name: 'A <day>', place: 'A town', days: ['2024-05-06'] },
        talks: [{ title: 'A talk', speakers: ['A', 'B'] }, { topic: 'Another' }],
        appliesTo: [{ product: 'Xen', version: '4' }],
        placeholders: { disk: { label: 'The disk', example: '/dev/sdx' } },
      },
    });
    expect(
      $('body > ul > li')
        .map((_, node) => $(node).text())
        .get(),
    ).toEqual([
      'Written for: Xen 4',
      'Event: A <day>',
      'Place: A town',
      'Days: 6 May 2024',
      'Talks: “A talk” – A, BAnother – speaker not named',
      'Values to fill in: {{disk}}: The disk, for example /dev/sdx',
    ]);
  });

  it('says on which machines a benchmark was made, how, and where its data is', async () => {
    const data = { kind: 'benchmark', testbed: ['M', 'N'], method: ['R'], data: 'a b.csv' };
    const $ = await feed({ data });
    expect($('body > ul').text()).toBe('Testbed: MNMethod: RData: a b.csv');
    expect($('a').attr('href')).toBe('https://site.example/articles/a/a%20b.csv');
  });

  it('says that a historical article is one, and what to read instead', async () => {
    const $ = await feed({ data: { status: 'historical' } }, anArticle({ slug: 'new', title: 'The new' }));
    expect($('p').first().text()).toMatch(/^Historical\. .* read The new\.$/);
    expect($('a').attr('href')).toBe('https://site.example/articles/new/');
  });

  it('ends with its source and terms', async () => {
    const $ = await feed({ source: { ...LOG, notice: 'Link back.' }, data: attributedAs('reprint') });
    expect(
      $('hr ~ p')
        .map((_, node) => $(node).text())
        .get(),
    ).toEqual([
      'Reprint of The <original> by A colleague, The Log, first published 2 February 2020.',
      'Licence of the source: CC BY 4.0',
      'Notice of the source: Link back.',
    ]);
    expect($('hr ~ p a').first().attr('href')).toBe('https://log.example/1/');
  });

  it('ends with its text if it draws on nothing', async () => {
    expect((await feed({}))('hr')).toHaveLength(0);
  });
});

async function feed(fields: ArticleFields, successor?: Article) {
  return load(await html(fields, successor));
}

async function html(fields: ArticleFields, successor?: Article): Promise<string> {
  const absolute = (path: string) => `https://site.example${path}`;
  const file = resolve('tests/fixtures/sites/small/articles/a.mdx');
  const article = anArticle({ file, ...fields });
  const text = await renderedHtml(fields.mdx ?? '', { file });
  return feedHtml(article, text, { successor, absolute });
}
