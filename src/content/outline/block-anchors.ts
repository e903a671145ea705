import type { Block, Step } from '../../commands/block.ts';

/** Anchors of a block and of its steps, with those that they had before. */
export interface BlockAnchors {
  block: string;
  steps: { anchor: string; former: string[] }[];
  /** Former anchors that are the block's own. */
  former: string[];
}

/**
 * Gives the blocks of one text their anchors, in order. They come from what is in the block, so that a block or a step that is put in
 * leaves those of all others as they are; the same command a second time is `-2`. With `id="install"` on the fence they are
 * `install` and `install-1`, whatever becomes of the commands.
 */
export function blockAnchors(): (block: Block) => BlockAnchors {
  const count = new Map<string, number>();
  const unique = (anchor: string): string => {
    const number = (count.get(anchor) ?? 0) + 1;
    count.set(anchor, number);
    return number === 1 ? anchor : `${anchor}-${number}`;
  };
  return (block) => {
    const { id } = block.meta;
    const steps: readonly Step[] = 'steps' in block ? block.steps : [];
    const own = unique(id ?? `block-${digest(block.text)}`);
    const anchors = steps.map((step, index) =>
      unique(id ? `${id}-${index + 1}` : `step-${digest(step.command)}`),
    );
    return withFormer(own, anchors, block.meta.formerly);
  };
}

/** `formerly="block-3 step-7 step-8"`: those of steps go to the steps in their order, the rest to the block. */
function withFormer(block: string, steps: readonly string[], formerly: readonly string[]): BlockAnchors {
  const ofSteps = formerly.filter((anchor) => anchor.startsWith('step-'));
  return {
    block,
    steps: steps.map((anchor, index) => ({ anchor, former: ofSteps.slice(index, index + 1) })),
    former: [...formerly.filter((anchor) => !anchor.startsWith('step-')), ...ofSteps.slice(steps.length)],
  };
}

/** Text → seven letters and figures, the first a figure, so that no heading's anchor looks like it. FNV-1a, 32 bits. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${hash % 10}${Math.floor(hash / 10)
    .toString(36)
    .padStart(6, '0')}`;
}
