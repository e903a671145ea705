import { destroys, type Block } from './block.ts';

/**
 * Block → what its copy button puts on the clipboard: no prompt, no output, and no newline at the end, which
 * would run the last command on paste. Of a session, destructive steps only when `destructive` is asked for; a
 * script or listing is one piece, so the button itself has to ask first.
 */
export function copyText(block: Block, { destructive = false }: { destructive?: boolean } = {}): string {
  if (block.kind !== 'session') return withoutLineEnd(block.text);
  const steps = block.steps.filter((step) => destructive || !destroys(step));
  return withoutLineEnd(steps.map((step) => step.command).join('\n'));
}

/** Text → the same without newlines and carriage returns at its end: a terminal runs on either. */
export function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}
