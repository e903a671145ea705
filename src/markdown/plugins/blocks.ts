import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defineHastPlugin } from 'satteri';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';
import type { Outline } from '../../content/outline/outline.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { Place } from '../block-caption.ts';
import { drawBlock } from '../page-blocks.ts';

/**
 * Draws each fence as a block, highlighted by Shiki; which fence it is, its line tells.
 *
 * @param isGuide whether its blocks are numbered steps
 */
export function blocks(outline: Outline, hosts: readonly string[], t: Dictionary, isGuide: boolean) {
  const places = isGuide ? placesOf(outline.blocks) : new Map<ArticleBlock, Place>();
  const byLine = new Map(outline.blocks.map((block) => [block.fence.line - 1, block]));
  return defineHastPlugin({
    name: 'opsnotes-blocks',
    options: { position: true },
    element: {
      filter: ['pre'],
      async visit(node: Readonly<Element>) {
        const block = byLine.get(node.position?.start.line ?? 0);
        // As HTML: a drawn block is hundreds of elements, and no other plug-in has to go through them.
        return (
          block && {
            type: 'raw' as const,
            value: toHtml(await drawBlock(block, hosts, t, places.get(block))),
          }
        );
      },
    },
  });
}

/** What a guide has its reader do, in order: commands, and files to be written. Other code is no step. */
function placesOf(all: readonly ArticleBlock[]): Map<ArticleBlock, Place> {
  const steps = all.filter(({ block, steps: own }) => block.kind === 'listing' || own.length > 0);
  if (steps.length < 2) return new Map();
  return new Map(steps.map((block, index) => [block, { number: index + 1, of: steps.length }]));
}
