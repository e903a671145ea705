import type { Meta } from './meta.ts';

/** A fenced block as the Markdown parser gives it. */
export interface Fence {
  /** The info string's first word; empty when there is none. */
  language: string;
  /** The rest of the info string; empty when there is none. */
  meta: string;
  /** The content, without the newline before the closing fence. */
  text: string;
  /** The line of the file on which the content begins, from 1. */
  line: number;
  /** Columns of indentation that the Markdown parser took off, as in a list; 0 unless given. */
  indent?: number;
}

type BlockBase = Pick<Fence, 'language' | 'text' | 'line'> & { meta: Meta };

/** Prompts, commands and what they print. */
export type SessionBlock = BlockBase & {
  kind: 'session';
  /** What stands before the first prompt: nothing in a faultless session. */
  leading: Line[];
  steps: Step[];
};

/** All of it is command: one step, which holds the whole text. */
export type ScriptBlock = BlockBase & { kind: 'script'; steps: [Step] };

/** The content of a file, whole or appended. */
export type ListingBlock = BlockBase & {
  kind: 'listing';
  file: string;
  append: boolean;
  hosts: string[];
  /** That nobody gets in, or nothing boots, when this file is wrong. */
  dangers: Danger[];
};

/** Any other fence, shown as it stands. */
export type CodeBlock = BlockBase & { kind: 'code' };

export type Block = SessionBlock | ScriptBlock | ListingBlock | CodeBlock;

/** One command with all that belongs to it. */
export interface Step {
  /** The machines it is for: the prompt's host, or else the fence's; none when neither says. */
  hosts: string[];
  /** The user: the prompt's, `root` for `#`, or else the fence's; undefined when nothing says. */
  user: string | undefined;
  root: boolean;
  /** Exactly as written, with its trailing blank; empty in a script. */
  prompt: string;
  /** What is copied and run: source bytes without prompts and without a trailing newline. */
  command: string;
  /** What the reader should see, without blank lines at the end and without the exit status. */
  output: string;
  /** The output as a verification compares it, line by line. */
  expected: OutputPattern[];
  /** From a last line `[1]`; undefined when the author says nothing. */
  exitStatus: number | undefined;
  /** The line of the file on which the step begins. */
  line: number;
  /** False for the commands of an interpreter such as `mysql> `, which no shell would understand. */
  shell: boolean;
  /** Names of the programs, in the order found, each once. */
  programs: string[];
  /** What can hurt in it. */
  dangers: Danger[];
  /** Why no script can run it and nothing may be pasted after it: somebody has to do it by hand. */
  byHand: ByHand | undefined;
  /** The program that would take what is pasted after it for an answer. */
  readsTerminal: TerminalReader | undefined;
  /** The step's lines as they stand in the block, in roles: what a page draws and what `printBlock` joins. */
  lines: Line[];
}

/** A line in pieces; the pieces' texts joined are the line, the lines joined by newlines are the block. */
export type Line = Segment[];

/** `continuation` is the shell's second prompt, `status` the line `[1]`. */
export interface Segment {
  role: 'prompt' | 'continuation' | 'command' | 'output' | 'status';
  text: string;
}

/** One line of expected output: itself, any number of any lines, or a regular expression for the whole line. */
export type OutputPattern =
  { kind: 'exact'; text: string } | { kind: 'any' } | { kind: 'regex'; source: string };

/** What a command can do to who runs it; the page's words for them are in the dictionaries. */
export const HARMS = ['destroys', 'cuts-off', 'runs-download'] as const;

export type Harm = (typeof HARMS)[number];

/** Why a step is marked: the harm, the rule's permanent name, one line for the reader, and the line of the file. */
export interface Danger {
  harm: Harm;
  rule: string;
  explanation: string;
  line: number;
}

/**
 * Why a step has to be done by hand: what comes after it is for another shell (`opens-shell`: su, ssh, docker exec -it), another
 * program's prompt (`opens-interpreter`: mysql, fdisk) or the shell before (`leaves-shell`: exit); it is typed at an interpreter's prompt
 * itself (`interpreter`); it never ends by itself (`never-ends`: tail -f); or the machine goes down (`stops-machine`: reboot).
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
  /** What does it; the prompt for `interpreter`. */
  program: string;
}

/** A program that asks, and how to make it quiet: `apt-get`, `-y`; undefined where nothing does. */
export interface TerminalReader {
  program: string;
  quiet: string | undefined;
}

/** Whether a step, or what else has dangers, destroys data. */
export function destroys({ dangers }: { dangers: readonly Danger[] }): boolean {
  return dangers.some(({ harm }) => harm === 'destroys');
}
