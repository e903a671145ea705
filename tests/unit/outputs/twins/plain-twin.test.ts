import fc from 'fast-check';
import { resolve } from 'node:path';
import { markdownToMdast, type MdastNode } from 'satteri';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { dictionary } from '../../../../src/i18n/dictionary.ts';
import { readContent } from '../../../../src/content/read-content.ts';
import { outline } from '../../../../src/content/outline/outline.ts';
import { plainTwin } from '../../../../src/outputs/twins/plain-twin.ts';

const FOLDERS = ['content', 'tests/fixtures/sites/small', 'tests/fixtures/sites/olemskoi'];
const ARTICLES = FOLDERS.map((folder) => readContent(resolve(folder))).flatMap(({ articles }) => articles);

describe('the plain twin of every article here', () => {
  it.each(ARTICLES)('has the fences byte for byte, and no MDX: $file', ({ source, outline: parsed }) => {
    const plain = twin(source);
    expect(fencesOf(plain)).toEqual(fencesOfOutline(parsed));
    const prose = plain.replace(/^(?<fence>`{3,})[^]*?^\k<fence>/gm, '');
    expect(prose).not.toMatch(/<(?:Note|Warning|Figure)|^---\nkind:|\]\((?!https?:|mailto:|<https?:)/m);
  });
});

describe('the fences of a plain twin', () => {
  it('are byte for byte those of the article, wherever they are', () => {
    const line = fc.stringMatching(/^[ a-z{}<>$#\\"'“–🐧/-]{0,12}$/u);
    const text = fc.array(line, { minLength: 1, maxLength: 5 });
    const place = fc.constantFrom(
      (fence: string) => fence,
      (fence: string) => `<Note>\n${fence}\n</Note>`,
      (fence: string) => `<Warning>\n\nText.\n\n${indented(fence, '  ')}\n\n</Warning>`,
      (fence: string) => `- Item\n\n${indented(fence, '  ')}`,
      (fence: string) => `1. <Note>\n${indented(fence, '   ')}\n   </Note>`,
      (fence: string) => `> <Note>\n${indented(fence, '> ')}\n> </Note>`,
      (fence: string) => `<Note>\n<Warning>\n${fence}\n</Warning>\n</Note>`,
    );
    const blocks = fc.array(fc.tuple(place, text), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(blocks, (written) => {
        const fences = written.map(([put, lines]) =>
          put(`\`\`\`\`sh host="a"\n${lines.join('\n')}\n\`\`\`\``),
        );
        const mdx = fences.join('\n\nText.\n\n');
        expect(fencesOf(twin(mdx))).toEqual(fencesOfOutline(outline(mdx)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a plain twin', () => {
  it('has neither frontmatter nor carriage returns', () => {
    expect(twin('---\ntitle: A\n---\n\nB\n')).toBe('B');
    expect(twin('---\r\ntitle: A\r\n---\r\n\r\nB\r\n\r\n```\r\nc\r\n```\r\n')).toBe('B\n\n```\nc\n```');
    expect(twin('---\ntitle: A\n---\nB\n\n---\n\nC\n')).toBe('B\n\n---\n\nC');
  });

  it.each([
    ['[a](/b/)', '[a](https://s.example/b/)'],
    ['[a](/b/ "see /b/")', '[a](https://s.example/b/ "see /b/")'],
    ['[/b/](/b/)', '[/b/](https://s.example/b/)'],
    ['[https://c.example/](https://c.example/)', '[https://c.example/](https://c.example/)'],
    ['https://c.example/ and c@d.example', 'https://c.example/ and c@d.example'],
    ['[a](./b.mdx#c)', '[a](https://s.example/articles/b/#c)'],
    ['[a](/search/?q=b&amp;c)', '[a](https://s.example/search/?q=b&c)'],
    ['[a](#b)', '[a](https://s.example/articles/a/#b)'],
    ['[a](<two words.csv>)', '[a](https://s.example/articles/a/two%20words.csv)'],
    ['[a](/b(c)/)', '[a](<https://s.example/b(c)/>)'],
    ['[`](/x/)`](/b/)', '[`](/x/)`](https://s.example/b/)'],
    ['![a](b.png)', '![a](https://s.example/articles/a/b.png)'],
    [
      '[![a](b.png)](b.png)',
      '[![a](https://s.example/articles/a/b.png)](https://s.example/articles/a/b.png)',
    ],
    ['[a][b]\n\n[b]: /c/ "/c/"', '[a][b]\n\n[b]: https://s.example/c/ "/c/"'],
    ['[/c/]\n\n[/c/]: </c/>', '[/c/]\n\n[/c/]: https://s.example/c/'],
    ['![a][b]\n\n[b]: c.png', '![a][b]\n\n[b]: https://s.example/articles/a/c.png'],
    ['| a |\n| - |\n| [b](/c/) |', '| a |\n| - |\n| [b](https://s.example/c/) |'],
    ['a <a href="/b/" title="/b/">c</a>', 'a <a href="https://s.example/b/" title="/b/">c</a>'],
    ["<img alt='' src={'b.png'} />", '<img alt=\'\' src="https://s.example/articles/a/b.png" />'],
  ])('has full URLs: %s', (mdx, plain) => {
    expect(twin(mdx)).toBe(plain);
  });

  it.each([
    ['<Note>a *b*</Note>', '> **Note**\n>\n> a *b*'],
    ['<Note>\na\n\nb\n</Note>', '> **Note**\n>\n> a\n>\n> b'],
    ['<Warning>\n  a\n\n    - b\n</Warning>\n\nc', '> **Warning**\n>\n> a\n>\n>   - b\n\nc'],
    ['- a\n\n  <Note>\n  b\n  </Note>\n\nc', '- a\n\n  > **Note**\n  >\n  > b\n\nc'],
    ['> <Note>\n> a\n> </Note>', '> > **Note**\n> >\n> > a'],
    ['<Note>\n<Warning>\na\n</Warning>\n</Note>', '> **Note**\n>\n> > **Warning**\n> >\n> > a'],
    ['a <Note>b</Note> c', 'a **Note:** b c'],
    ['<Note />', '> **Note**\n>'],
    ['<Note title="a > b">c</Note>', '> **Note**\n>\n> c'],
    ['<Note title={"}>"}>[c](/d/)</Note>', '> **Note**\n>\n> [c](https://s.example/d/)'],
  ])('quotes notes and warnings: %j', (mdx, plain) => {
    expect(twin(mdx).replace(/^>$\n?(?![^])/m, '>')).toBe(plain);
  });

  it('labels notes in the language of the interface', () => {
    expect(twin('<Note>a</Note>', 'ru')).toBe('> **Замечание**\n>\n> a');
  });

  it.each([
    [
      '<Figure src="./a.png" alt="b [c]">d `e`</Figure>',
      '![b \\[c\\]](https://s.example/articles/a/a.png)\n\nd `e`',
    ],
    ['<Figure src="a.png" />', '![](https://s.example/articles/a/a.png)'],
    [
      '<Figure\n  src="a.png"\n  alt={"b"}\n>\n  c\n\n  d\n</Figure>',
      '![b](https://s.example/articles/a/a.png)\n\nc\n\nd',
    ],
    ['- <Figure src="a.png" alt="b">\n  c\n  </Figure>', '- ![b](https://s.example/articles/a/a.png)\n\n  c'],
    [
      '<Note>\n<Figure src="a.png">b</Figure>\n</Note>',
      '> **Note**\n>\n> ![](https://s.example/articles/a/a.png)\n>\n> b',
    ],
  ])('shows figures with their captions: %j', (mdx, plain) => {
    expect(twin(mdx)).toBe(plain);
  });

  it.each([
    ['a {/* b */}c{" "}d', 'a c d'],
    ['{/* a\nb */}\n\nc', 'c'],
    ['a {1 + 1} b', 'a {1 + 1} b'],
    ['a \\{b\\} \\<c &amp; "d" -- e...', 'a \\{b\\} \\<c &amp; "d" -- e...'],
    ['<p lang="ar" dir="rtl">a *b*</p>', '<p lang="ar" dir="rtl">a *b*</p>'],
    [
      '<details>\n<summary>a</summary>\n\nb\n\n</details>',
      '<details>\n<summary>a</summary>\n\nb\n\n</details>',
    ],
    [
      '<details>\n<summary>a</summary>\nb *c*\n</details>\nd',
      '<details>\n<summary>a</summary>\n\nb *c*\n</details>\n\nd',
    ],
    ['> <div>\n> - a\n> </div>', '> <div>\n>\n> - a\n> </div>'],
    ['<kbd>a</kbd>\nb', '<kbd>a</kbd>\nb'],
    ['a<br/>b <kbd>c</kbd> <>d</>', 'a<br/>b <kbd>c</kbd> d'],
    ['a[^1]\n\n[^1]: b [c](/d/)', 'a[^1]\n\n[^1]: b [c](https://s.example/d/)'],
    ['🐧 “é” [a](/b/) 🐧', '🐧 “é” [a](https://s.example/b/) 🐧'],
    ['# a\n\n1. b\n2. c\n\n***\n\n~~d~~', '# a\n\n1. b\n2. c\n\n***\n\n~~d~~'],
  ])('loses nothing else: %j', (mdx, plain) => {
    expect(twin(mdx)).toBe(plain);
  });

  it('has every word of the article', () => {
    const piece = fc.constantFrom(
      'one',
      '*two*',
      '`three`',
      '[four](/a/)',
      '<Note>five</Note>',
      '<b>six</b>',
      '\n\n',
      '\n\n<Note>\nseven\n\n- eight\n</Note>\n\n',
      '\n\n- nine\n\n  <Warning>ten</Warning>\n\n',
      '\n\n> eleven\n\n',
      '\n\n| twelve |\n| - |\n| <b>thirteen</b> |\n\n',
      '\n\n<Figure src="a.png" alt="fourteen">fifteen</Figure>\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const mdx = pieces.join(' ');
        const words =
          /one|two|three|four(?:teen)?|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen/g;
        expect(twin(mdx).match(words)).toEqual(mdx.match(words));
      }),
      { numRuns: 300 },
    );
  });
});

interface WrittenFence {
  language: string;
  meta: string;
  text: string;
}

/** The fences of plain Markdown. */
function fencesOf(markdown: string): WrittenFence[] {
  const fences: WrittenFence[] = [];
  visit(markdownToMdast(markdown), (node: MdastNode) => {
    if (node.type === 'code')
      fences.push({ language: node.lang ?? '', meta: node.meta ?? '', text: node.value });
  });
  return fences;
}

function fencesOfOutline(parsed: ReturnType<typeof outline> | undefined): WrittenFence[] {
  return parsed!.fences.map(({ language, meta, text }) => ({ language, meta, text }));
}

function indented(text: string, margin: string): string {
  return text.replaceAll(/^/gm, margin);
}

function twin(mdx: string, locale: 'en' | 'ru' = 'en'): string {
  const href = (path: string) => `https://s.example${path}`;
  return plainTwin(mdx, { path: '/articles/a/', file: '/content/articles/a.mdx', href }, dictionary(locale));
}
