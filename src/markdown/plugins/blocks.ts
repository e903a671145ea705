import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defineHastPlugin } from 'satteri';
import type { ArticleBlock } from '../../content/outline/article-blocks.ts';
import type { Outline } from '../../content/outline/outline.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import type { Place } from '../block-caption.ts';
import { drawBlock } from '../page-blocks.ts';

/**
 * Renders each fence as a block, highlighted by Shiki. Fences are matched to blocks by line.
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
        // As HTML, because a rendered block has hundreds of elements, and no other plug-in needs to visit them.
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

/** Numbers what a guide asks its reader to do, in order: run commands, and write files. Other code isn't a step. */
function placesOf(all: readonly ArticleBlock[]): Map<ArticleBlock, Place> {
  const steps = all.filter(({ block, steps: own }) => block.kind === 'listing' || own.length > 0);
  if (steps.length < 2) return new Map();
  return new Map(steps.map((block, index) => [block, { number: index + 1, of: steps.length }]));
}
