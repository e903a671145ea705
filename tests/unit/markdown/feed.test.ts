import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../src/i18n/dictionary.ts';
import { feedHtml } from '../../../src/markdown/feed.ts';
import { anArticle, attributedAs, LOG, type ArticleFields } from '../library/an-article.ts';

describe('an article for feed readers', () => {
  it('has whole addresses', async () => {
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

  it('labels notes', async () => {
    const $ = await feed({ mdx: '<Note>a</Note>' });
    expect($('aside').text()).toBe('Notea');
  });

  it('ends with where it comes from', async () => {
    const $ = await feed({ source: LOG, data: attributedAs('reprint') });
    expect($('p').last().text()).toBe('Reprint of The <original> by A colleague, The Log.');
    expect($('p').last().find('a').attr('href')).toBe('https://log.example/1/');
  });

  it('ends with its text where it draws on nothing', async () => {
    expect((await feed({}))('hr')).toHaveLength(0);
  });
});

async function feed(fields: ArticleFields) {
  const absolute = (path: string) => `https://site.example${path}`;
  return load(await feedHtml(anArticle(fields), absolute, dictionary('en')));
}
