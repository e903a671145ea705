import { destroys, type Block, type ByHandReason, type Step } from './block.ts';

/** What a block's own button copies: all of its steps, or those before the first that destroys data. */
export interface WholeCopy {
  steps: readonly Step[];
  /** How many steps the block has. */
  total: number;
}

/** Why a block must not be pasted as a whole, and the program that is to blame. */
export interface Hindrance {
  reason: 'hosts' | 'asks' | 'destroys' | ByHandReason;
  program: string;
  /** What makes the program quiet, where it asks. */
  quiet?: string | undefined;
}

/**
 * A session's steps → what may be pasted in one go, or why nothing may. A terminal gives a program that reads the lines that come after it, so
 * where one of several steps reads, none of them is copied with another; nor where they are for different hosts or users, or where one
 * that destroys data, which is never copied unasked, would leave a hole.
 */
export function wholeCopy(steps: readonly Step[]): WholeCopy | Hindrance {
  const total = steps.length;
  if (total === 1) return { steps, total };
  const hindrance = hindranceOf(steps);
  if (hindrance) return hindrance;
  const first = steps.findIndex(destroys);
  if (first === -1) return { steps, total };
  const isLast = steps.slice(first).every(destroys);
  const program = steps[first]!.programs.at(-1) ?? '';
  return first > 0 && isLast ? { steps: steps.slice(0, first), total } : { reason: 'destroys', program };
}

function hindranceOf(steps: readonly Step[]): Hindrance | undefined {
  const places = new Set(
    steps.map(({ hosts, user, root, shell }) => [...hosts, '', root ? 'root' : user, shell].join(' ')),
  );
  const leaving = steps.find(({ byHand }) => byHand);
  const asking = steps.find(({ readsTerminal }) => readsTerminal);
  if (leaving?.byHand && leaving.byHand.reason !== 'interpreter') return leaving.byHand;
  if (places.size > 1) return { reason: 'hosts', program: '' };
  return asking?.readsTerminal && { reason: 'asks', ...asking.readsTerminal };
}

/** Whether a block may be pasted in one go. */
export function isWhole(copy: WholeCopy | Hindrance): copy is WholeCopy {
  return 'steps' in copy;
}

/**
 * Block → what its button puts on the clipboard: no prompt, no output, and no newline at the end, which would run the last command on paste. Empty where it
 * has no such button.
 */
export function copyText(block: Block): string {
  if (block.kind !== 'session') return withoutLineEnd(block.text);
  const copy = wholeCopy(block.steps);
  return isWhole(copy) ? joined(copy.steps) : '';
}

/** Block → every command in it, for those who read and don't paste. */
export function commandText(block: Block): string {
  return block.kind === 'session' ? joined(block.steps) : withoutLineEnd(block.text);
}

function joined(steps: readonly Step[]): string {
  return withoutLineEnd(steps.map((step) => step.command).join('\n'));
}

/** Text → the same without newlines and carriage returns at its end: a terminal runs on either. */
export function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}
