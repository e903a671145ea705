import type { Block, Line } from '../../../src/commands/block.ts';

/** Prints any block that `parseBlock` returns, byte for byte as its author wrote it. */
export function printBlock(block: Block): string {
  if (block.kind === 'listing' || block.kind === 'code') return block.text;
  const leading = block.kind === 'session' ? block.leading : [];
  return [...leading, ...block.steps.flatMap((step) => step.lines)].map(printLine).join('\n');
}

function printLine(line: Line): string {
  return line.map((segment) => segment.text).join('');
}
