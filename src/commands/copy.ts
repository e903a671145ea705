import { destroys, type Block, type ByHandReason, type Step } from './block.ts';

/** What a block's own button copies: all steps, or those before the first that destroys data. */
export interface WholeCopy {
  steps: readonly Step[];
  /** How many steps the block has. */
  total: number;
}

/** Why a block must not be pasted as a whole, and which program is to blame. */
export interface Hindrance {
  reason: 'hosts' | 'asks' | 'destroys' | ByHandReason;
  program: string;
  /** The option that keeps the program from asking. */
  quiet?: string | undefined;
}

/**
 * Which steps of a session may be pasted in one go, or why none may. A program that reads from the terminal takes the
 * lines pasted after it as input, so if one of several steps reads, none is copied with another. The same holds for
 * steps that are for different hosts or users, and if a step that destroys data, which is never copied unasked, would
 * leave a gap.
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
 * The text that a block's button copies: no prompt, no output, and no trailing newline, which would run the last
 * command on paste. Empty if the block has no such button.
 */
export function copyText(block: Block): string {
  if (block.kind !== 'session') return withoutLineEnd(block.text);
  const copy = wholeCopy(block.steps);
  return isWhole(copy) ? withoutLineEnd(copy.steps.map(({ command }) => command).join('\n')) : '';
}

/** Removes newlines and carriage returns at the end of a text: a terminal runs the line on either. */
export function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}
