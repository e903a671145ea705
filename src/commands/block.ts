import type { Meta } from './meta.ts';

/** A fenced block from the Markdown parser. */
export interface Fence {
  /** The info string's first word; empty if there is none. */
  language: string;
  /** The rest of the info string; empty if there is none. */
  meta: string;
  /** The content, without the newline before the closing fence. */
  text: string;
  /** The line of the file on which the content begins, counted from 1. */
  line: number;
  /** Columns of indentation that the Markdown parser removed, as in a list. Default: 0. */
  indent?: number;
}

type BlockBase = Pick<Fence, 'language' | 'text' | 'line'> & { meta: Meta };

/** Prompts, commands and their output. */
export type SessionBlock = BlockBase & {
  kind: 'session';
  /** Lines before the first prompt; a session without faults has none. */
  leading: Line[];
  steps: Step[];
};

/** All of it is commands: a single step holds the whole text. */
export type ScriptBlock = BlockBase & { kind: 'script'; steps: [Step] };

/** The content of a file, whole or appended. */
export type ListingBlock = BlockBase & {
  kind: 'listing';
  file: string;
  append: boolean;
  hosts: string[];
  /** Marks a file that locks everybody out, or stops the machine from booting, if it is wrong. */
  dangers: Danger[];
};

/** Any other fence, shown unchanged. */
export type CodeBlock = BlockBase & { kind: 'code' };

export type Block = SessionBlock | ScriptBlock | ListingBlock | CodeBlock;

/** One command and everything that belongs to it. */
export interface Step {
  /** The machines it is for: the prompt's host, or else the fence's. Empty if neither names one. */
  hosts: string[];
  /** The user: from the prompt (`root` for `#`), or else from the fence. Undefined if neither says. */
  user: string | undefined;
  root: boolean;
  /** Exactly as written, with its trailing space; empty in a script. */
  prompt: string;
  /** The text that is copied and run: the source bytes without prompts and without a trailing newline. */
  command: string;
  /** What the reader should see, without trailing blank lines and without the exit status. */
  output: string;
  /** The output as `verify` compares it, line by line. */
  expected: OutputPattern[];
  /** From a last line such as `[1]`; undefined if there is none. */
  exitStatus: number | undefined;
  /** The line of the file on which the step begins. */
  line: number;
  /** False for commands to an interpreter such as `mysql> `, which a shell wouldn't understand. */
  shell: boolean;
  /** Program names in the order found, without duplicates. */
  programs: string[];
  /** The harm it can do. */
  dangers: Danger[];
  /** Why it must be done by hand: no script can run it, and nothing may be pasted after it. */
  byHand: ByHand | undefined;
  /** The program that would read text pasted after it as its answer. */
  readsTerminal: TerminalReader | undefined;
  /** The step's lines as they are in the block, divided into roles. Pages draw them; joined, they are its text. */
  lines: Line[];
}

/** A line in segments. Their texts joined are the line; the lines joined by newlines are the block. */
export type Line = Segment[];

/** `continuation` is the shell's second prompt, `status` the line `[1]`. */
export interface Segment {
  role: 'prompt' | 'continuation' | 'command' | 'output' | 'status';
  text: string;
}

/**
 * One line of expected output: an exact line, any number of arbitrary lines, or a regular expression for the whole
 * line.
 */
export type OutputPattern =
  { kind: 'exact'; text: string } | { kind: 'any' } | { kind: 'regex'; source: string };

/** The harm a command can do to whoever runs it. The dictionaries have the words shown on pages. */
export const HARMS = ['destroys', 'cuts-off', 'runs-download'] as const;

export type Harm = (typeof HARMS)[number];

/** Why a step is marked: the harm, the rule's permanent name, one line of explanation, and the line of the file. */
export interface Danger {
  harm: Harm;
  rule: string;
  explanation: string;
  line: number;
}

/**
 * Why a step has to be done by hand. Either the following steps are meant for another shell (`opens-shell`: su, ssh,
 * docker exec -it), for another program's prompt (`opens-interpreter`: mysql, fdisk) or for the previous shell
 * (`leaves-shell`: exit); or it is typed at an interpreter's prompt itself (`interpreter`); or it doesn't end by
 * itself (`never-ends`: tail -f); or the machine goes down (`stops-machine`: reboot).
 */
export const BY_HAND = [
  'opens-shell',
  'opens-interpreter',
  'leaves-shell',
  'interpreter',
  'never-ends',
  'stops-machine',
] as const;

export type ByHandReason = (typeof BY_HAND)[number];

export interface ByHand {
  reason: ByHandReason;
  /** The program that causes this; for `interpreter`, the prompt. */
  program: string;
}

/**
 * A program that asks questions, and the option that keeps it quiet: `apt-get`, `-y`. Undefined if there is no such
 * option.
 */
export interface TerminalReader {
  program: string;
  quiet: string | undefined;
}

/** Whether a step, or anything else with dangers, destroys data. */
export function destroys({ dangers }: { dangers: readonly Danger[] }): boolean {
  return dangers.some(({ harm }) => harm === 'destroys');
}

/**
 * The kinds of harm a step can do, without duplicates, worst first. Pages, results and buttons show them in words.
 */
export function harmsOf({ dangers }: { dangers: readonly Danger[] }): Harm[] {
  return HARMS.filter((harm) => dangers.some((danger) => danger.harm === harm));
}
