import type { Block, Step } from '../../commands/block.ts';
import { parseBlock } from '../../commands/parse-block.ts';
import type { Problem } from '../../commands/problems.ts';
import type { Fence } from './outline.ts';

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

/** An article's fences as blocks, in order. The one place that numbers them. */
export function articleBlocks(fences: readonly Fence[]): ArticleBlock[] {
  let steps = 0;
  return fences.map((fence, index) => {
    const { block, problems } = parseBlock(fence);
    return {
      fence,
      block,
      problems,
      anchor: `block-${index + 1}`,
      steps: ('steps' in block ? block.steps : []).map((step) => ({ step, anchor: `step-${++steps}` })),
    };
  });
}
