import { describe, expect, it } from 'vitest';
import { outline } from '../../../../src/content/outline/outline.ts';

describe('the blocks of an article', () => {
  it('and their steps are counted through it', () => {
    const mdx = '```console\n$ a\n$ b\n```\n\n- c\n\n  ```ini\n  d\n  ```\n\n> ```sh\n> e\n> ```\n';
    const blocks = outline(mdx).blocks;
    expect(blocks.map(({ anchor, steps }) => [anchor, ...steps.map((step) => step.anchor)])).toEqual([
      ['block-1', 'step-1', 'step-2'],
      ['block-2'],
      ['block-3', 'step-3'],
    ]);
  });

  it.each([
    ['```console\n$ ls –a\n```\n', 2, 6],
    ['- a\n\n  1. b\n\n     ```console\n     $ ls –a\n     ```\n', 6, 11],
    ['> ```console\n> $ ls –a\n> ```\n', 2, 8],
    ['<Note>\n  ```console\n  $ ls –a\n  ```\n</Note>\n', 3, 8],
  ])('have the place of a problem in the author’s file: %j', (mdx, line, column) => {
    const [block] = outline(mdx).blocks;
    expect(block?.problems).toMatchObject([{ code: 'unsafe-character', line, column }]);
  });
});
