import { describe, expect, it } from 'vitest';
import { outline } from '../../../../src/content/outline/outline.ts';

describe('the blocks of an article', () => {
  const anchors = (mdx: string) =>
    outline(mdx).blocks.map(({ anchor, steps }) => [anchor, ...steps.map((step) => step.anchor)]);
  const block = (...lines: string[]) => `\`\`\`console\n${lines.join('\n')}\n\`\`\`\n\n`;

  it('and their steps have anchors that come from the commands', () => {
    const [first] = anchors(block('$ a', '$ b'));
    expect(first).toHaveLength(3);
    expect(first![0]).toMatch(/^block-\d\w{6}$/);
    for (const step of first!.slice(1)) expect(step).toMatch(/^step-\d\w{6}$/);
    expect(anchors(block('$ new') + block('$ a', '$ b'))[1]).toEqual(first);
    expect(anchors(block('$ a', '$ new', '$ b'))[0]!.slice(1)).toEqual([
      first![1],
      expect.any(String),
      first![2],
    ]);
  });

  it('have unique anchors', () => {
    const [one, other] = anchors(block('$ a') + block('$ a'));
    expect(other).toEqual(one!.map((anchor) => `${anchor}-2`));
  });

  it('have the anchors that the fence gives them, whatever becomes of the commands', () => {
    expect(anchors('```console id="install"\n$ a\n$ b\n```\n')).toEqual([
      ['install', 'install-1', 'install-2'],
    ]);
  });

  it('keep former anchors as long as the fence lists them', () => {
    const [found] = outline('```console formerly="block-3 step-7 step-8"\n$ a\n$ b\n```\n').blocks;
    expect([found!.former, ...found!.steps.map(({ former }) => former)]).toEqual([
      ['block-3'],
      ['step-7'],
      ['step-8'],
    ]);
  });

  it.each([
    ['```console\n$ ls –a\n```\n', 2, 6],
    ['- a\n\n  1. b\n\n     ```console\n     $ ls –a\n     ```\n', 6, 11],
    ['> ```console\n> $ ls –a\n> ```\n', 2, 8],
    ['<Note>\n  ```console\n  $ ls –a\n  ```\n</Note>\n', 3, 8],
  ])('report problems at their place in the author’s file: %j', (mdx, line, column) => {
    const [block] = outline(mdx).blocks;
    expect(block?.problems).toMatchObject([{ code: 'unsafe-character', line, column }]);
  });
});
