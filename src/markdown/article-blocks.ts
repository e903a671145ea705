import type { Block, Step } from '../commands/block.ts';
import { parseBlock } from '../commands/parse-block.ts';
import type { Problem } from '../commands/problems.ts';
import { once } from './once.ts';
import type { Fence, Outline } from './outline.ts';

/** A fence of an article, parsed, with the anchors that page and search agree on. */
export interface ArticleBlock {
  fence: Fence;
  block: Block;
  problems: Problem[];
  /** `block-3`: the block's own anchor, counted through the article. */
  anchor: string;
  /** Its commands; none in a listing or in other code. */
  steps: AnchoredStep[];
}

/** A step with its anchor, `step-7`: counted through the article. */
export interface AnchoredStep {
  step: Step;
  anchor: string;
}

/** Every fence of an article as a block, in order. The one place that numbers them; parsed once for all who ask. */
export const articleBlocks = once((outline: Outline): ArticleBlock[] => {
  let steps = 0;
  return outline.fences.map((fence, index) => {
    const { block, problems } = parseBlock(fence);
    return {
      fence,
      block,
      problems,
      anchor: `block-${index + 1}`,
      steps: ('steps' in block ? block.steps : []).map((step) => ({ step, anchor: `step-${++steps}` })),
    };
  });
});
