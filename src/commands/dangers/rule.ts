import type { Arguments } from '../arguments.ts';
import type { Harm } from '../block.ts';
import type { Invocation } from '../invocations.ts';

/** A way to do harm with one command. The table is the rule, its page in the manual and its test. */
export interface DangerRule {
  /** Permanent. */
  name: string;
  harm: Harm;
  /** One line of explanation for the reader. */
  explanation: string;
  /** The programs it applies to; all if not given. */
  programs?: RegExp;
  matches: (args: Arguments, invocation: Invocation) => boolean;
  /** Examples of commands that the rule marks. */
  marked: readonly string[];
  /** Examples of similar commands that no rule marks. */
  left: readonly string[];
}

/** Rules for the same harm. */
export function rulesOf(harm: Harm, rules: readonly Omit<DangerRule, 'harm'>[]): DangerRule[] {
  return rules.map((rule) => ({ ...rule, harm }));
}
