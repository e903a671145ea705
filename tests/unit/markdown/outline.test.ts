import { describe, expect, it } from 'vitest';
import { outline, type Outline } from '../../../src/markdown/outline.ts';

describe('the headings of a text', () => {
  it('have depth, text and anchor', () => {
    expect(outline('# One\n\n### Two *three* `--four`\n\nFive\n----\n').headings).toEqual([
      { depth: 1, text: 'One', id: 'one' },
      { depth: 3, text: 'Two three --four', id: 'two-three---four' },
      { depth: 2, text: 'Five', id: 'five' },
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

  it('of one name get anchors of their own', () => {
    expect(outline('# A\n\n# A\n\n# A-1\n\n# A\n').headings.map(({ id }) => id)).toEqual([
      'a',
      'a-1',
      'a-1-1',
      'a-2',
    ]);
  });

  it('also count inside a component', () => {
    expect(outline('<Note>\n## In a note\n</Note>\n').headings.map(({ id }) => id)).toEqual(['in-a-note']);
  });
});

describe('the sections of a text', () => {
  it('begin with what stands before any heading', () => {
    expect(outline('Zero.\n\n## One\n\nTwo\nthree.\n\n- Four\n\n> Five\n').sections).toEqual([
      { heading: undefined, text: 'Zero.' },
      { heading: { depth: 2, text: 'One', id: 'one' }, text: 'Two three.\nFour\nFive' },
    ]);
  });

  it('leave fences, frontmatter and expressions without text out', () => {
    expect(outline('---\ntitle: A\n---\n\nB\n\n```sh\nC\n```\n\n{/* D */}\n').sections).toEqual([
      { heading: undefined, text: 'B' },
    ]);
  });
});

/** Each has been reported; the fix takes the `.fails` away. */
describe('what an outline does not yet see', () => {
  it.fails('that the cells of a table are words of their own', () => {
    expect(outline('| a | b |\n| - | - |\n| c | d |\n').sections[0]?.text).toBe('a b\nc d');
  });

  it.fails('an address that is an expression', () => {
    expect(outline('<a href={"javascript:alert(1)"}>b</a>\n').links).toHaveLength(1);
    expect(outline('<img src={"https://example.org/a.png"} />\n').resources).toHaveLength(1);
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
    const then = { depth: 2, text: 'Then', id: 'then' };
    expect(outline(TEXT).fences).toEqual([
      {
        language: 'console',
        meta: 'host="a b" title="C"',
        text: '# ls',
        line: 7,
        introduction: 'Then do that:',
        heading: undefined,
      },
      { language: '', meta: '', text: '```', line: 13, introduction: '', heading: then },
      { language: 'ini', meta: '', text: '  [d]', line: 18, introduction: 'In a list', heading: then },
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

  it('keeps its text as it stands', () => {
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
  ].join('\n');

  it.each<[keyof Outline, string[]]>([
    ['links', ['1 /b/', '1 c.csv', '2 https://e.example', '4 ./h.mdx#i']],
    ['resources', ['6 k.png', '6 l.png', '8 ./m.png', '12 r.css']],
    ['codes', ['8 o']],
    ['components', ['1 a', '6 img', '8 Figure', '12 link']],
    ['expressions', ['10 p', '10 /* q */']],
    ['statements', ['14 export const s = 1;']],
  ])('is known with its line: %s', (kind, expected) => {
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

  it('are none where there is no text', () => {
    expect(outline('').words).toBe(0);
  });
});
