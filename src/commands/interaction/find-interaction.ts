import { readArguments } from '../arguments.ts';
import type { ByHand, TerminalReader } from '../block.ts';
import type { Invocation, ShellReading } from '../invocations.ts';
import { BY_HAND_RULES } from './by-hand-rules.ts';
import { READER_RULES } from './reader-rules.ts';

/** Finds the reason why a command has to be done by hand, if there is one. */
export function findByHand({ invocations }: ShellReading): ByHand | undefined {
  if (invocations.some(({ program }) => program === 'timeout')) return undefined;
  for (const invocation of invocations) {
    const { program, around } = invocation;
    const args = readArguments(invocation.words);
    const rule = BY_HAND_RULES.find(({ reason, programs, matches }) => {
      if (!programs.test(program) || args.has('help version')) return false;
      if (around.background && reason !== 'stops-machine' && reason !== 'leaves-shell') return false;
      if (around.fed && reason.startsWith('opens-')) return false;
      return matches?.(args, invocation) ?? true;
    });
    if (rule) return { reason: rule.reason, program };
  }
  return undefined;
}

/** Finds the program in a command that asks at the terminal, if there is one. */
export function findTerminalReader({ invocations }: ShellReading): TerminalReader | undefined {
  for (const invocation of invocations) {
    const args = readArguments(invocation.words);
    const rule = READER_RULES.find(({ programs, matches }) => {
      if (!programs.test(invocation.program) || args.has('help version') || !canAsk(invocation)) return false;
      return matches?.(args, invocation) ?? true;
    });
    if (rule) return { program: invocation.program, quiet: rule.quiet };
  }
  return undefined;
}

/** A pager reads keys from the terminal even if its text comes through a pipe. */
function canAsk({ program, around }: Invocation): boolean {
  return (!around.fed || /^(?:less|more|most)$/.test(program)) && !around.background;
}
