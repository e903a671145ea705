import type { Block, Line } from '../../../src/commands/block.ts';
import { withoutLineEnd } from '../../../src/commands/copy.ts';

/** Prints any block that `parseBlock` returns, byte for byte as its author wrote it. */
export function printBlock(block: Block): string {
  if (block.kind === 'listing' || block.kind === 'code') return block.text;
  const leading = block.kind === 'session' ? block.leading : [];
  return [...leading, ...block.steps.flatMap((step) => step.lines)].map(printLine).join('\n');
}

function printLine(line: Line): string {
  return line.map((segment) => segment.text).join('');
}

/** Every command of a block, as it is copied by somebody who selects all of it. */
export function commandText(block: Block): string {
  const text = block.kind === 'session' ? block.steps.map(({ command }) => command).join('\n') : block.text;
  return withoutLineEnd(text);
}
