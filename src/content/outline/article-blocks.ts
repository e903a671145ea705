import type { Block, Step } from '../../commands/block.ts';
import { parseBlock } from '../../commands/parse-block.ts';
import type { Problem } from '../../commands/problems.ts';
import { blockAnchors } from './block-anchors.ts';
import type { Fence } from './fence.ts';

/** A parsed fence of an article, with the anchors that page and search share. */
export interface ArticleBlock {
  fence: Fence;
  block: Block;
  problems: Problem[];
  /** The block's own anchor: `block-4k2m9ab`, or the fence's `id`. */
  anchor: string;
  /** Former anchors that still lead to it. */
  former: string[];
  /** Its commands; empty for listings and other code. */
  steps: AnchoredStep[];
}

/** A step with its anchor, `step-4k2m9ab`, and its former ones. */
export interface AnchoredStep {
  step: Step;
  anchor: string;
  former: string[];
}

/** Turns an article's fences into blocks, in order. Anchors are assigned only here. */
export function articleBlocks(fences: readonly Fence[]): ArticleBlock[] {
  const anchorsOf = blockAnchors();
  return fences.map((fence) => {
    const { block, problems } = parseBlock(fence);
    const anchors = anchorsOf(block);
    const steps = 'steps' in block ? block.steps : [];
    return {
      fence,
      block,
      problems,
      anchor: anchors.block,
      former: anchors.former,
      steps: steps.map((step, index) => ({ step, ...anchors.steps[index]! })),
    };
  });
}

/** All anchors of a block: its own, its steps', and former ones. */
export function anchorsOfBlock({ anchor, former, steps }: ArticleBlock): string[] {
  return [anchor, ...former, ...steps.flatMap((step) => [step.anchor, ...step.former])];
}
