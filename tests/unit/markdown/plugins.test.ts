import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../../src/content/outline/outline.ts';
import { renderedHtml } from './rendered-html.ts';

describe('the headings of a page', () => {
  it('have the anchors of the outline and a link to themselves', async () => {
    const $ = await page('# One\n\n## One\n\n<Note>\n### “Two” & `three`\n</Note>\n');
    expect($('h1')).toHaveLength(0);
    expect(
      $('h2, h3')
        .map((_, node) => $(node).attr('id'))
        .get(),
    ).toEqual(['one', 'one-1', 'two--three']);
    expect(
      $('.anchor')
        .map((_, node) => $(node).attr('href'))
        .get(),
    ).toEqual(['#one', '#one-1', '#two--three']);
  });

  it('have them whatever their text', async () => {
    const word = fc.constantFrom(
      'a',
      'A',
      '1',
      'é',
      'Я',
      '*b*',
      '`--c`',
      '"d"',
      '\\<',
      '&',
      '-',
      '[e](/f/)',
      '🐧',
      "it's",
    );
    const headings = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(headings, async (lists) => {
        const mdx = lists.map((words) => `## x ${words.join(' ')}\n\nText.\n`).join('\n');
        const $ = await page(mdx);
        const ids = $('h2')
          .map((_, node) => $(node).attr('id'))
          .get();
        expect(ids).toEqual(outline(mdx).headings.map(({ id }) => id));
        expect(new Set(ids).size).toBe(lists.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a page', () => {
  it('gives a heading its own anchor even if others are elements or in footnotes', async () => {
    const $ = await page(
      'a[^1]\n\n[^1]: ## In a note\n\n<h2>One</h2>\n\n## Two\n\n<h2 id="b">Three</h2>\n\n## Four\n',
    );
    expect($('h2:contains(Two)').attr('id')).toBe('two');
    expect($('h2:contains(Four)').attr('id')).toBe('four');
    expect($('h2:contains(One)').attr('id')).toBe('one');
    expect($('h2:contains(Three)').attr('id')).toBe('b');
    expect($('section h2:contains(In a note)').attr('id')).toBe('in-a-note');
  });

  it('has no first-level heading, because its title is the only one', async () => {
    const $ = await page('# One\n\n<h1>Two</h1>\n');
    expect($('h1')).toHaveLength(0);
    expect($('h2')).toHaveLength(2);
  });

  it('speaks of footnotes in the language of the interface', async () => {
    const $ = await page('a[^b]\n\n[^b]: c\n', 'ru');
    expect($('#footnote-label').text()).toBe('Сноски');
    expect($('.data-footnote-backref').attr('aria-label')).toBe('Назад к месту сноски 1');
  });

  it('renders blocks in footnotes where they are', async () => {
    const $ = await page('a[^b]\n\n[^b]:\n    ```\n    in the note\n    ```\n\n```\nin the text\n```\n');
    expect($('section.footnotes pre').text()).toBe('in the note');
    expect($('figure').first().find('pre').text()).toBe('in the text');
  });

  it('has unique anchors, even if a heading is called Step 1', async () => {
    const $ = await page('## Step 1\n\n```console\n$ ls\n```\n');
    expect($('[id=section-step-1]')).toHaveLength(1);
    expect($('figure .step[id]')).toHaveLength(1);
  });

  it('aligns the columns of a table', async () => {
    const $ = await page('| a |\n| --: |\n| 1 |\n');
    expect($('td').attr('class')).toBe('align-right');
    expect($('td').attr('style')).toBeUndefined();
  });

  it('keeps the query of an address', async () => {
    const $ = await page('[a](/search/?q=iptables)');
    expect($('a').attr('href')).toBe('/notes/search/?q=iptables');
  });
});

describe('the addresses of a page', () => {
  it.each([
    ['[a](/tags/xen/)', '/notes/tags/xen/'],
    ['[a](../nftables-basics.mdx#b)', '/notes/articles/nftables-basics/#b'],
    ['[a](#b)', '#b'],
    ['[a](../nftables-basics.mdx?b=c#d)', '/notes/articles/nftables-basics/?b=c#d'],
    ['[a](/a%20b/%25)', '/notes/a%20b/%25'],
    ['[a](copy-times.csv#row=2)', '/notes/articles/copy-times/copy-times.csv#row=2'],
    ['[a](copy-times.csv)', '/notes/articles/copy-times/copy-times.csv'],
    ['[a](https://example.org/?b=c&d)', 'https://example.org/?b=c&d'],
    ['[a](mailto:a@example.org)', 'mailto:a@example.org'],
    ['<a href="/tags/xen/">a</a>', '/notes/tags/xen/'],
  ])('begin with its base: %s', async (mdx, href) => {
    const $ = await page(mdx);
    expect($('a').attr('href')).toBe(href);
  });
});

describe('a picture of a page', () => {
  it.each(['![A](./copy-times.png)', '<Figure src="copy-times.png" alt="A">B</Figure>'])(
    'has its size and loads lazily: %s',
    async (mdx) => {
      const $ = await page(mdx);
      expect($('img').attr()).toEqual({
        src: '/notes/articles/copy-times/copy-times.png',
        alt: 'A',
        width: '240',
        height: '80',
        loading: 'lazy',
        decoding: 'async',
        sizes: '(min-width: 46rem) 44rem, 100vw',
        srcset: '/notes/articles/copy-times/copy-times.png.240.webp 240w',
      });
    },
  );
});

describe('a picture of public/', () => {
  it('has its size too', async () => {
    const $ = await page('![A](/favicon.svg)');
    expect($('img').attr()).toMatchObject({ src: '/notes/favicon.svg', width: '32', height: '32' });
  });
});

describe('a note or warning', () => {
  it('is labelled in the language of the interface', async () => {
    const mdx = '<Note>a</Note>\n\n<Warning>\nb\n\n```sh\nls\n```\n</Warning>\n';
    const english = await page(mdx);
    expect(
      english('.callout-label')
        .map((_, node) => english(node).text())
        .get(),
    ).toEqual(['Note', 'Warning']);
    const russian = await page(mdx, 'ru');
    expect(
      russian('.callout-label')
        .map((_, node) => russian(node).text())
        .get(),
    ).toEqual(['Замечание', 'Осторожно']);
  });
});

describe('a task', () => {
  it.each([
    ['- [ ] Stop the timer\n- [x] Look at `journalctl`\n', ['Stop the timer', 'Look at journalctl']],
    ['- [ ] One\n\n  More of it.\n\n- [ ] Two\n', ['One', 'Two']],
  ])('is named by the first line of its text: %j', async (mdx, names) => {
    const $ = await page(mdx);
    expect(
      $('input')
        .map((_, node) => $(node).attr('aria-label'))
        .get(),
    ).toEqual(names);
  });
});

describe('a wide table', () => {
  it('scrolls inside a box that has a name and can be reached with the keyboard', async () => {
    const $ = await page('| a |\n| - |\n| b |\n');
    expect($('table').parent().attr()).toMatchObject({ class: 'scroll', tabindex: '0', role: 'group' });
    expect($('table').parent().attr('aria-label')).not.toBe('');
  });

  it('has no empty header', async () => {
    const $ = await page('|  | a | ![b](/b.svg) |\n| - | - | - |\n| c | d | e |\n');
    expect(
      $('thead tr')
        .children()
        .toArray()
        .map(({ tagName }) => tagName),
    ).toEqual(['td', 'th', 'th']);
  });
});

describe('a callout as GitHub has it', () => {
  it.each([
    ['NOTE', 'note'],
    ['TIP', 'note'],
    ['IMPORTANT', 'note'],
    ['WARNING', 'warning'],
    ['CAUTION', 'warning'],
  ])('%s becomes ours', async (mark, kind) => {
    const $ = await page(`> [!${mark}]\n> Mind the \`gap\`.\n>\n> - one\n`);
    const callout = $(`aside.callout.${kind}`);
    expect($('blockquote')).toHaveLength(0);
    expect(callout.text()).toContain('Mind the gap.');
    expect(callout.find('li').text()).toBe('one');
    expect($.text()).not.toContain('[!');
  });

  it('stays a quotation if it only looks like one', async () => {
    const $ = await page('> [!NOTE] and so on\n\n> Text.\n');
    expect($('blockquote')).toHaveLength(2);
  });
});

describe('the blocks of a page', () => {
  it('keep the order of the text, with anchors from their content', async () => {
    const $ = await page(
      '```console\n$ ls\n$ pwd\n```\n\n- a\n\n  ```sh\n  date\n  ```\n\n```ini\n[b]\n```\n',
    );
    expect(
      $('figure.block')
        .map((_, node) => $(node).attr('id'))
        .get(),
    ).toEqual(
      [/^block-\d\w{6}$/, /^block-\d\w{6}$/, /^block-\d\w{6}$/].map(
        (form) => expect.stringMatching(form) as string,
      ),
    );
    expect(
      $('[id^=step-]')
        .map((_, node) => $(node).attr('id'))
        .get(),
    ).toEqual(Array(3).fill(expect.stringMatching(/^step-\d\w{6}$/)));
  });

  it('show every character of the author’s text', async () => {
    const text = '[root@a ~]# cat <<E | sort \\\n  --reverse\n<b>&amp;"\'\n{{c}}\nE\n\n&lt; output\n';
    const $ = await page(`\`\`\`console\n${text}\`\`\`\n`);
    expect($('pre code').text()).toBe(text.trimEnd());
  });

  it('are not parsed as MDX: braces and tags in them are text', async () => {
    const $ = await page('```js\nconst a = { b: <c/> };\n```\n');
    expect($('pre code').text()).toBe('const a = { b: <c/> };');
  });
});

async function page(mdx: string, locale: 'en' | 'ru' = 'en') {
  return load(await renderedHtml(mdx, { locale, base: '/notes' }));
}
