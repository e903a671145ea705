import type { Block, Step } from '../../commands/block.ts';

/** The anchors of a block and its steps, with their former ones. */
export interface BlockAnchors {
  block: string;
  steps: { anchor: string; former: string[] }[];
  /** Former anchors of the block itself. */
  former: string[];
}

/**
 * Assigns anchors to the blocks of one text, in order. They are derived from the content, so adding a block or step leaves all
 * others unchanged; a repeated command gets `-2`. With `id="install"` on the fence they are `install` and `install-1`, whatever
 * becomes of the commands.
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

/** `formerly="block-3 step-7 step-8"`: former anchors of steps go to the steps in order, the rest to the block. */
function withFormer(block: string, steps: readonly string[], formerly: readonly string[]): BlockAnchors {
  const ofSteps = formerly.filter((anchor) => anchor.startsWith('step-'));
  return {
    block,
    steps: steps.map((anchor, index) => ({ anchor, former: ofSteps.slice(index, index + 1) })),
    former: [...formerly.filter((anchor) => !anchor.startsWith('step-')), ...ofSteps.slice(steps.length)],
  };
}

/**
 * Digests text into seven letters and digits. The first is a digit, so that no heading's anchor looks the same. FNV-1a, 32 bits.
 */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${hash % 10}${Math.floor(hash / 10)
    .toString(36)
    .padStart(6, '0')}`;
}
