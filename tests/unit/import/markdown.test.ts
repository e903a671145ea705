import { describe, expect, it } from 'vitest';
import { fromMarkdown } from './an-import.ts';

/** Markdown of generators, and the resulting text. */
const CASES: Record<string, [markdown: string, text: string]> = {
  'fences, with their titles': [
    '```bash title="a.sh" {2}\nuptime\n```\n\n~~~ { .yaml .copy }\na: 1\n~~~\n',
    '```bash title="a.sh"\nuptime\n```\n\n```yaml\na: 1\n```\n',
  ],
  'indented code': ['Text:\n\n    $ uptime\n    up\n', 'Text:\n\n```console\n$ uptime\nup\n```\n'],
  'Hugo’s highlight': [
    '{{< highlight bash "linenos=table" >}}\nif [ "$a" = "<b>" ]; then uptime; fi\n{{< /highlight >}}\n',
    '```bash\nif [ "$a" = "<b>" ]; then uptime; fi\n```\n',
  ],
  'Jekyll’s highlight and raw': [
    '{% highlight yaml %}\na: {% raw %}{{ b }}{% endraw %}\n{% endhighlight %}\n\n```yaml\n{% raw %}\nc: {{ d }}\n{% endraw %}\n```\n',
    '```yaml\na: {{ b }}\n```\n\n```yaml\nc: {{ d }}\n```\n',
  ],
  'definition lists': [
    'Before.\n\nInode\nNode `x`\n: A *first* meaning,\ncontinued\n: And a second\n\n      $ uptime\n\n  Still the second.\n\nSpaced\n\n:   Indented by four\n\n    - with a list\n\nAfter: it.\n: x\n',
    'Before.\n\n<dl>\n  <dt>Inode</dt>\n\n  <dt>Node `x`</dt>\n\n  <dd>\n    A _first_ meaning, continued\n  </dd>\n\n  <dd>\n    And a second\n\n    ```console\n    $ uptime\n    ```\n\n    Still the second.\n  </dd>\n\n  <dt>Spaced</dt>\n\n  <dd>\n    Indented by four\n\n    - with a list\n  </dd>\n\n  <dt>After: it.</dt>\n\n  <dd>\n    x\n  </dd>\n</dl>\n',
  ],
  'colons that define nothing': [
    'Two lines\n\nof text\nbelow\n\n: a colon\n\n- item\n: no term\n\n```text\nTerm\n: code\n```\n',
    'Two lines\n\nof text\nbelow\n\n: a colon\n\n- item\n  : no term\n\n```text\nTerm\n: code\n```\n',
  ],
  'a template’s tag in a fence': [
    '```liquid\n{{< highlight bash >}}\n{% highlight ruby %}\nx\n{% endhighlight %}\n```\n',
    '```liquid\n{{< highlight bash >}}\n{% highlight ruby %}\nx\n{% endhighlight %}\n```\n',
  ],
  'admonitions of MkDocs': [
    '!!! warning "Mind the gap"\n    Text.\n\n    ```bash\n    uptime\n    ```\n\nAfter.\n',
    '<Warning>\n  **Mind the gap**\n\n  Text.\n\n  ```bash\n  uptime\n  ```\n</Warning>\n\nAfter.\n',
  ],
  'admonitions of Docusaurus': [
    ':::tip[Good to know]\n\nText.\n\n:::\n\n:::danger\nNo.\n:::\n',
    '<Note>\n  **Good to know**\n\n  Text.\n</Note>\n\n<Warning>\n  No.\n</Warning>\n',
  ],
  'admonitions of GitHub': [
    '> [!NOTE]\n> Text.\n\n> [!CAUTION]\n> No.\n',
    '<Note>\n  Text.\n</Note>\n\n<Warning>\n  No.\n</Warning>\n',
  ],
  'admonitions of Hugo': [
    '{{< notice warning >}}\nText with `code`.\n{{< /notice >}}\n',
    '<Warning>\n  Text with `code`.\n</Warning>\n',
  ],
  'tabs of MkDocs': [
    '=== "Fedora"\n\n    ```bash\n    dnf install a\n    ```\n\n=== "Debian"\n\n    ```bash\n    apt install a\n    ```\n',
    '**Fedora**\n\n```bash\ndnf install a\n```\n\n**Debian**\n\n```bash\napt install a\n```\n',
  ],
  'tabs of Docusaurus': [
    'import Tabs from \'@theme/Tabs\';\nimport TabItem from \'@theme/TabItem\';\n\n<Tabs>\n<TabItem value="a" label="A">\n\n```bash\nuptime\n```\n\n</TabItem>\n</Tabs>\n',
    '**A**\n\n```bash\nuptime\n```\n',
  ],
  'names in angle brackets that are not elements': [
    'Run it on <hostname> as <user>.\n',
    'Run it on \\<hostname> as \\<user>.\n',
  ],
  'HTML in Markdown': [
    'A<br>b <b>c</b> and **d**.\n\n<div class="x">\n\nText *e*.\n\n</div>\n',
    'A\\\nb **c** and **d**.\n\nText _e_.\n',
  ],
  comments: ['a\n\n<!-- more -->\n\nb\n', 'a\n\nb\n'],
  'references and footnotes': [
    'A [link][1] and a note[^a], and [none].\n\n[1]: https://a.example/\n[^a]: The note.\n',
    'A [link](https://a.example/) and a note[^a], and \\[none].\n\n[^a]: The note.\n',
  ],
  'a heading’s own id': [
    '## Install it {#install}\n\nSee [above](#install).\n',
    '## Install it\n\nSee [above](#install-it).\n',
  ],
  'rows of a table with more cells than the first': [
    '| a | b |\n| - | - |\n| 1 | 2 |   |\n\n| a | b |\n| - | - |\n| 1 | 2 | 3 |  |\n',
    '| a | b |\n| - | - |\n| 1 | 2 |\n\n| a | b | |\n| - | - | - |\n| 1 | 2 | 3 |\n',
  ],
  'addresses in signs that mean nothing here': [
    '<div>\n[http://a.example](http://a.example)\n![](http://b.example/x.gif)![](http://b.example/y.gif)\n</div>\n\n\\`https://c.example\\`\n',
    '\\[`http://a.example`]\\(`http://a.example`) !\\[]\\(`http://b.example/x.gif`)!\\[]\\(http\\://b.example/y.gif)\n\n\\``https://c.example`\\\\\\`\n',
  ],
  'tables and tasks': [
    '| A | B |\n| :-- | --: |\n| 1 | {x} |\n\n- [x] done\n- [ ] not\n',
    '| A | B |\n| :- | -: |\n| 1 | \\{x} |\n\n- [x] done\n- [ ] not\n',
  ],
  'code in a list': [
    '1. One:\n\n   ```bash\n   uptime\n   ```\n\n2. Two:\n\n       $ uptime\n',
    '1. One:\n\n   ```bash\n   uptime\n   ```\n\n2. Two:\n\n   ```console\n   $ uptime\n   ```\n',
  ],
  'attributes and emphasis of other dialects': ['Press ++ctrl+c++.\n{: .note }\n', 'Press ++ctrl+c++.\n'],
};

describe('Markdown', () => {
  it.each([
    [
      'a fence that is indented too far',
      'Text:\n\n    ```bash\n    uptime\n    ```\n',
      'Text:\n\n```bash\nuptime\n```\n',
    ],
    [
      'an address that is not one',
      'Open http://1127.0.0.1:8000 now.\n',
      'Open `http://1127.0.0.1:8000` now.\n',
    ],
    [
      'an address followed by a sentence',
      '见 https://a.example)、再见。\n',
      '见 [https://a.example](https://a.example))、再见。\n',
    ],
    [
      'a text that was read in the wrong encoding',
      'See â€œSystem Variablesâ€, cafÃ©.\n',
      'See “System Variables”, café.\n',
    ],
  ])('is read as intended: %s', async (_name, markdown, expected) => {
    const { text, faults } = await fromMarkdown(markdown);
    expect(text).toBe(expected);
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(CASES))('%s', async (_name, [markdown, text]) => {
    const imported = await fromMarkdown(markdown);
    expect(imported.text).toBe(text);
    expect(imported.faults).toEqual([]);
  });

  it('that ends within a fence becomes plain code with a to-do', async () => {
    const { text, codes, faults } = await fromMarkdown('Text.\n\n```bash\nuptime\n\nMore text.\n');
    expect(text).toBe(
      'Text.\n\n{/* todo: the fence was never closed: where does the code end? */}\n\n```text\nuptime\n\nMore text.\n```\n',
    );
    expect(codes).toEqual(['to do: to-do']);
    expect(faults).toEqual([]);
  });

  it('reports unknown shortcodes, and keeps the text between them', async () => {
    const { text, notes } = await fromMarkdown('{{< box >}}\nText.\n{{< /box >}}\n\n{{< youtube abc >}}\n');
    expect(text).toBe(
      'Text.\n\n[https://www.youtube.com/watch?v=abc](https://www.youtube.com/watch?v=abc)\n',
    );
    expect(notes.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'dropped: Unexpected shortcode `box`, expected what an article can have.',
    ]);
  });
});
