import type { Block, Step } from '../../commands/block.ts';
import { parseBlock } from '../../commands/parse-block.ts';
import type { Problem } from '../../commands/problems.ts';
import { blockAnchors } from './block-anchors.ts';
import type { Fence } from './fence.ts';

/** A fence of an article, parsed, with the anchors that page and search agree on. */
export interface ArticleBlock {
  fence: Fence;
  block: Block;
  problems: Problem[];
  /** The block's own anchor: `block-4k2m9ab`, or the fence's `id`. */
  anchor: string;
  /** Anchors of old that lead to it. */
  former: string[];
  /** Its commands; none in a listing or in other code. */
  steps: AnchoredStep[];
}

/** A step with its anchor, `step-4k2m9ab`, and those of old. */
export interface AnchoredStep {
  step: Step;
  anchor: string;
  former: string[];
}

/** An article's fences as blocks, in order. The one place that gives them anchors. */
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

/** Every anchor of a block: its own, its steps', and those of old. */
export function anchorsOfBlock({ anchor, former, steps }: ArticleBlock): string[] {
  return [anchor, ...former, ...steps.flatMap((step) => [step.anchor, ...step.former])];
}
