import type { Arguments } from '../arguments.ts';
import type { Harm } from '../block.ts';
import type { Invocation } from '../invocations.ts';

/** A way to do harm with one command. The table is the rule, the manual's page and the test at once. */
export interface DangerRule {
  /** Permanent. */
  name: string;
  harm: Harm;
  /** One line for the reader. */
  explanation: string;
  /** The programs it looks at; any when not given. */
  programs?: RegExp;
  matches: (args: Arguments, invocation: Invocation) => boolean;
  /** Commands that the rule marks. */
  marked: readonly string[];
  /** Commands that look alike and that no rule marks. */
  left: readonly string[];
}
