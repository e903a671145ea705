import { describe, expect, it } from 'vitest';
import { outline, type Outline } from '../../../../src/content/outline/outline.ts';

describe('the headings of a text', () => {
  it('have depth, text and anchor', () => {
    expect(outline('# One\n\n### Two *three* `--four`\n\nFive\n----\n').headings).toEqual([
      { depth: 2, text: 'One', id: 'one', line: 1 },
      { depth: 3, text: 'Two three --four', id: 'two-three---four', line: 3 },
      { depth: 2, text: 'Five', id: 'five', line: 5 },
    ]);
  });

  it.each([
    ['What’s new & why?', 'whats-new--why'],
    ['Проверка узлов', 'проверка-узлов'],
    ['/etc/hosts', 'etchosts'],
    ['2.39 → 2.40', '239--240'],
    ['🐧 Linux', '-linux'],
  ])('get GitHub’s anchor: %s', (text, id) => {
    expect(outline(`## ${text}\n`).headings[0]?.id).toBe(id);
  });

  it('of the same name get different anchors', () => {
    expect(outline('# A\n\n# A\n\n# A-1\n\n# A\n').headings.map(({ id }) => id)).toEqual([
      'a',
      'a-1',
      'a-1-1',
      'a-2',
    ]);
  });

  it.each([
    ['Step 1', 'section-step-1'],
    ['Block 12', 'section-block-12'],
    ['Comments', 'section-comments'],
    ['Comment policy', 'section-comment-policy'],
    ['Value disk', 'section-value-disk'],
    ['Attribution', 'section-attribution'],
    ['Footnote label', 'section-footnote-label'],
    ['Step by step', 'step-by-step'],
    ['Example 1', 'example-1'],
    ['Contents', 'section-contents'],
  ])('never have an anchor that the page itself uses: %s', (text, id) => {
    expect(outline(`## ${text}\n`).headings[0]?.id).toBe(id);
  });

  it('never take an anchor of the page through being repeated', () => {
    const text = '## Step\n\n## Step\n\n## Section step 1\n\n## Step 1\n';
    expect(outline(text).headings.map(({ id }) => id)).toEqual([
      'step',
      'section-step-1',
      'section-step-1-1',
      'step-1-1',
    ]);
  });

  it('may be written as elements, with an anchor of their own', () => {
    const headings = outline('<h1>A</h1>\n\n<h3 id="c">B</h3>\n\n## A\n').headings;
    expect(headings.map(({ depth, id }) => [depth, id])).toEqual([
      [2, 'a'],
      [3, 'c'],
      [2, 'a-1'],
    ]);
  });

  it('also count inside a component', () => {
    expect(outline('<Note>\n## In a note\n</Note>\n').headings.map(({ id }) => id)).toEqual(['in-a-note']);
  });
});

describe('the sections of a text', () => {
  it('start with the text before any heading', () => {
    expect(outline('Zero.\n\n## One\n\nTwo\nthree.\n\n- Four\n\n> Five\n').sections).toEqual([
      { heading: undefined, text: 'Zero.' },
      { heading: { depth: 2, text: 'One', id: 'one', line: 3 }, text: 'Two three.\nFour\nFive' },
    ]);
  });

  it('leave fences, frontmatter and expressions without text out', () => {
    expect(outline('---\ntitle: A\n---\n\nB\n\n```sh\nC\n```\n\n{/* D */}\n').sections).toEqual([
      { heading: undefined, text: 'B' },
    ]);
  });
});

describe('the text of a section', () => {
  it.each([
    ['| a | b |\n| - | - |\n| c | d |\n', 'a b\nc d'],
    ['a\\\nb<br/>c', 'a b c'],
    ['a {/* b */} c{1 + 1}', 'a c'],
    ['a {\'b\'}{"c"} {`d`}', 'a bc d'],
    ["{'a'}\n\nb", 'a\nb'],
    ["<Note>{'a'}</Note>", 'a'],
    ["| a | {'b'} |\n| - | - |\n| c | d |\n", 'a b\nc d'],
    ['a[^1]\n\n[^1]: b', 'a\nb'],
    ['![a](b.png) `c`', 'a c'],
    ['<Note>a *b*</Note>', 'a b'],
    ['<details>\n<summary>a</summary>\n\nb\n</details>', 'a\nb'],
  ])('keeps words apart, and has only words: %j', (mdx, text) => {
    expect(outline(mdx).sections[0]?.text).toBe(text);
  });
});

describe('a fence', () => {
  const TEXT = [
    '---', // 1
    'title: A', // 2
    '---', // 3
    'First this. Then do that:', // 4
    '', // 5
    '```console host="a b" title="C"', // 6
    '# ls', // 7
    '```', // 8
    '', // 9
    '## Then', // 10
    '', // 11
    '~~~~', // 12
    '```', // 13
    '~~~~', // 14
    '', // 15
    '1. In a list', // 16
    '   ```ini', // 17
    '     [d]', // 18
    '   ```', // 19
  ].join('\n');

  it('has language, meta, text, line, introduction and heading', () => {
    const then = { depth: 2, text: 'Then', id: 'then', line: 10 };
    expect(outline(TEXT).fences).toEqual([
      {
        language: 'console',
        meta: 'host="a b" title="C"',
        text: '# ls',
        line: 7,
        indent: 0,
        introduction: 'Then do that:',
        heading: undefined,
      },
      { language: '', meta: '', text: '```', line: 13, indent: 0, introduction: '', heading: then },
      {
        language: 'ini',
        meta: '',
        text: '  [d]',
        line: 18,
        indent: 3,
        introduction: 'In a list',
        heading: then,
      },
    ]);
  });

  it.each([
    ['Make it. Then mount it:', 'Then mount it:'],
    ['Edit /etc/hosts. Затем перезапустите:', 'Затем перезапустите:'],
    ['Use e.g. rsync for it:', 'Use e.g. rsync for it:'],
    ['Version 2.39 has it. 3.0 has not:', '3.0 has not:'],
    ['Why? Because:', 'Because:'],
    ['One paragraph.\n\nAnother one', 'Another one'],
    ['Written\nover two lines:', 'Written over two lines:'],
    ['- An item', 'An item'],
    ['## Only a heading', ''],
    ['Before the heading.\n\n## Heading', ''],
  ])('after %j is introduced by %j', (before, introduction) => {
    expect(outline(`${before}\n\n\`\`\`sh\nls\n\`\`\`\n`).fences[0]?.introduction).toBe(introduction);
  });

  it('keeps its text unchanged', () => {
    const text = '  a\t\n\n<b>{c}</b> “d” -- e';
    expect(outline(`\`\`\`\n${text}\n\`\`\`\n`).fences[0]?.text).toBe(text);
  });
});

describe('what a text mentions', () => {
  const TEXT = [
    'See [a](/b/) and <a href="c.csv">d</a>,', // 1
    'https://e.example and [f][g].', // 2
    '', // 3
    '[g]: ./h.mdx#i', // 4
    '', // 5
    '![j](k.png) <img src="l.png" alt="" />', // 6
    '', // 7
    '<Figure src="./m.png">n `o`</Figure>', // 8
    '', // 9
    'A {p} and {/* q */}.', // 10
    '', // 11
    '<link href="r.css" />', // 12
    '', // 13
    'export const s = 1;', // 14
    '', // 15
    '<a href={"t/"} {...u}>v</a> <img src={w} alt={`x`} />', // 16
    '<form action="y"><button formaction="z" /></form>', // 17
    '<svg><use xlinkHref="#aa" /></svg>', // 18
  ].join('\n');

  it.each<[keyof Outline, string[]]>([
    ['links', ['1 /b/', '1 c.csv', '2 https://e.example', '4 ./h.mdx#i', '16 t/', '17 y', '17 z']],
    ['resources', ['6 k.png', '6 l.png', '8 ./m.png', '12 r.css', '18 #aa']],
    ['codes', ['8 o']],
    [
      'components',
      ['1 a', '6 img', '8 Figure', '12 link', '16 a', '16 img', '17 form', '17 button', '18 svg', '18 use'],
    ],
    ['expressions', ['10 p', '10 /* q */', '16 "t/"', '16 ...u', '16 w', '16 `x`']],
    ['statements', ['14 export const s = 1;']],
  ])('has its line: %s', (kind, expected) => {
    const found = outline(TEXT)[kind] as { text: string; line: number }[];
    expect(found.map(({ line, text }) => `${line} ${text}`)).toEqual(expected);
  });
});

describe('the words of a text', () => {
  it('are counted in prose and code, without frontmatter', () => {
    expect(outline('---\ntitle: A b c\n---\n\nOne two `three four`.\n\n```sh\nfive six\n```\n').words).toBe(
      7,
    );
  });

  it('are none if there is no text', () => {
    expect(outline('').words).toBe(0);
  });
});
