import { describe, expect, it } from 'vitest';
import { markupFaults } from '../../../src/checks/markup.ts';
import { outline } from '../../../src/content/outline/outline.ts';
import type { Content } from '../../../src/content/read-content.ts';

/** A text → its faults of markup, `2 foreign-markup`. */
function faultsOf(source: string): string[] {
  const entry = { file: 'a.mdx', source, outline: outline(source) };
  const content = { articles: [entry], pages: [] } as unknown as Content;
  return markupFaults(content).map(({ line, code }) => `${line} ${code}`);
}

describe('what a page would swallow or show literally', () => {
  it.each([
    ['a container', ':::note\nText.\n:::\n', ['1 foreign-markup']],
    ['an admonition', 'Text.\n\n!!! warning\n', ['3 foreign-markup']],
    ['a folded one', '??? note\n', ['1 foreign-markup']],
    ['an unknown callout', '> [!DANGER]\n> Text.\n', ['1 foreign-markup']],
    ['an element in small letters', '<note>Text.</note>\n', ['1 foreign-markup']],
    ['a name in angle brackets', 'Go to <web2_ip></web2_ip>.\n', ['1 foreign-markup']],
    ['a command by indentation', 'Then:\n\n    # apt update\n', ['3 indented-code']],
    [
      'a session by indentation',
      'Then:\n\n    $ apt update\n    $ ls\n',
      ['3 indented-code', '4 indented-code'],
    ],
    ['one behind a tab', 'Then:\n\n\t[root@web1 ~]# ls\n', ['3 indented-code']],
    ['empty braces', 'Run find -exec rm {} + there.\n', ['1 vanishing-expression']],
    [
      'braces around nothing to show',
      'So {this} and {true}.\n',
      ['1 vanishing-expression', '1 vanishing-expression'],
    ],
    ['a fence without an end', 'Text.\n\n```console\n$ ls\n\nMore text.\n', ['3 unclosed-fence']],
    ['one of tildes', '~~~bash\nls\n', ['1 unclosed-fence']],
    ['an empty one', '```bash\n', ['1 unclosed-fence']],
    [
      'a fence that swallows another',
      '```console\n$ ls\n\nText.\n\n```bash\nls\n```\n',
      ['6 unclosed-fence'],
    ],
    ['one in a list', '- a\n\n  ```console\n  $ ls\n\nText.\n', ['3 unclosed-fence']],
  ])('is a fault: %s', (_, source, faults) => {
    expect(faultsOf(source)).toEqual(faults);
  });

  it.each([
    ['callouts of GitHub', '> [!NOTE]\n> Text.\n\n> [!CAUTION]\n> Text.\n'],
    ['elements of HTML', '<kbd>a</kbd> <br /> <details><summary>b</summary></details>\n'],
    ['components', '<Note>Text.</Note>\n'],
    ['values', 'So {1 + 1} and {" "} and {/* a comment */}.\n'],
    ['what is between backticks', 'Run `find -exec rm {} +`, `<web2_ip>`, `:::note`.\n'],
    ['what is in a fence', '```text\n:::note\n    # a\n!!! b\n```\n'],
    ['fences in lists and quotations', '- a\n\n  ```sh\n  ls\n  ```\n\n> ```sh\n> ls\n> ```\n'],
    ['a fence within a longer one', '````md\n```sh\nls\n```\n````\n'],
    ['an empty fence', '```text\n```\n'],
    ['a nested list', '- a\n    - b\n        - c\n'],
    ['lines that end in CRLF', '```sh\r\nls\r\n```\r\n'],
  ])('is none: %s', (_, source) => {
    expect(faultsOf(source)).toEqual([]);
  });
});
