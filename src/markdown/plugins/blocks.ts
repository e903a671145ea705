import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defineHastPlugin } from 'satteri';
import type { Outline } from '../../content/outline/outline.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { drawBlock } from '../page-blocks.ts';

/** Draws each fence as a block, highlighted by Shiki; which fence it is, its line tells. */
export function blocks(outline: Outline, hosts: readonly string[], t: Dictionary) {
  const byLine = new Map(outline.blocks.map((block) => [block.fence.line - 1, block]));
  return defineHastPlugin({
    name: 'opsnotes-blocks',
    options: { position: true },
    element: {
      filter: ['pre'],
      async visit(node: Readonly<Element>) {
        const block = byLine.get(node.position?.start.line ?? 0);
        // As HTML: a drawn block is hundreds of elements, and no other plug-in has to go through them.
        return block && { type: 'raw' as const, value: toHtml(await drawBlock(block, hosts, t)) };
      },
    },
  });
}
