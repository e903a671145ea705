import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { codeLines } from '../../../src/markdown/code-lines.ts';

describe('the lines of code', () => {
  it('are coloured by class, plain text has none', async () => {
    expect(await html('ls /tmp # a', 'shellscript')).toBe(
      '<span class="tk-name">ls </span>/tmp <span class="tk-comment"># a</span>',
    );
  });

  it('are escaped', async () => {
    expect(await html('<b>&amp;</b>', 'text')).toBe('&#x3C;b>&#x26;amp;&#x3C;/b>');
  });
});

describe('a placeholder in code', () => {
  it.each([
    ['{{disk}}', 'shellscript', ['disk']],
    ['mount {{disk}}1 /mnt', 'shellscript', ['disk']],
    ['echo "{{a}} and {{b}}"', 'shellscript', ['a', 'b']],
    ['{{a}}{{a}}', 'text', ['a', 'a']],
    ['address: "{{ip}}"', 'yaml', ['ip']],
    ['# {{a}}\nb={{c}}', 'ini', ['a', 'c']],
    ['name: {{ ansible }} {{.Go}} ${{ci}} {{{mustache}}}', 'yaml', []],
  ])('is one element, whatever the highlighter makes of it: %j in %s', async (text, language, names) => {
    const found = (await codeLines(text, language))
      .flat()
      .filter((node) => 'properties' in node && node.properties.className?.toString() === 'placeholder');
    expect(found.map((node) => toString(node))).toEqual(names.map((name) => `{{${name}}}`));
    expect(found.map((node) => 'properties' in node && node.properties['dataName'])).toEqual(names);
  });

  // The highlighter splits inside the braces, e.g. after `=`.
  it('changes no text', async () => {
    const pieces = [
      '{{a}}',
      '{{b_1}}',
      '{{',
      '}}',
      '{',
      '$',
      '"',
      "'",
      '#',
      ' ',
      '\n',
      'ls',
      '-a',
      '=',
      '\\',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join(''));
    const language = fc.constantFrom('shellscript', 'yaml', 'ini', 'text');
    await fc.assert(
      fc.asyncProperty(text, language, async (code, name) => {
        const lines = await codeLines(code, name);
        expect(lines.map((line) => toString(h('code', line))).join('\n')).toBe(code);
      }),
      { numRuns: 200, examples: [['host={{a}}', 'shellscript']] },
    );
  });
});

describe('a placeholder on a page without its field', () => {
  it('is not a link', async () => {
    const [line] = await codeLines('mkfs {{disk}}', 'shellscript', 'text');
    expect(toHtml(line!)).toBe('<span class="tk-name">mkfs </span><span class="placeholder">{{disk}}</span>');
  });
});

async function html(text: string, language: string): Promise<string> {
  return (await codeLines(text, language)).map((line) => toHtml(line)).join('\n');
}
