import type { Line, SessionBlock } from './block.ts';
import type { Meta } from './meta.ts';
import { parseExitStatus } from './output.ts';
import type { Problem, ProblemCode } from './problems.ts';
import { continuationOf } from './continuation.ts';
import { bareSign, lacksBlank, lacksDeclaredBlank, matchPrompt, type PromptLine } from './prompt.ts';
import { readsLikeComment } from './comment.ts';
import { foreignPrompt } from './foreign-prompt.ts';
import { printsFile } from './file-printers.ts';
import { opensShell } from './session-doubts.ts';
import { ShellInput } from './shell-input.ts';

/** A step as its lines tell, before anything looks into its command. */
export interface RawStep {
  prompt: PromptLine;
  /** Where it begins, counted from 0 in the block. */
  index: number;
  lines: Line[];
  command: string[];
  /** For each line of the command, how many characters of prompt come before it. */
  offsets: number[];
  output: string[];
  exitStatus: number | undefined;
  /** The shell still waits for more: a `\\`, `|` or `&&` at the end, an open quote. */
  unfinished: boolean;
}

/**
 * Text of a session → its steps, and what is wrong with their lines, places counted from 0. The rules, in the order in which a line meets them:
 *
 * 1. While the shell waits for more (open quote, here-document, `do` without `done`, trailing `\`, `|`, `&&`, `||`), lines
 *    belong to the command. Those up to the end of the input either all begin with the continuation prompt `> `,
 *    which is taken off, or none has one and they are taken as they stand.
 * 2. A line that begins with a prompt is a command. With `prompt=` on the fence, only that is a prompt.
 * 3. Everything else is output, also `> ` after a complete command: that is what `diff` prints.
 *
 * A redirection at the beginning of a continued line is therefore indented, or written as a terminal shows it: `> > file`.
 *
 * When in doubt, a line is output and the author is told: what is taken for output is never run.
 */
export function splitSession(
  text: string,
  meta: Meta,
): Pick<SessionBlock, 'leading'> & { steps: RawStep[]; faults: Problem[] } {
  const lines = text.split('\n');
  const first = new SessionSplitter(lines, meta, false);
  first.readAll();
  if (!first.isMixed) return first.finish();
  const again = new SessionSplitter(lines, meta, true);
  again.readAll();
  return again.finish();
}

/** A command that never ends makes the splitter look at lines twice; beyond this, only its first line is taken. */
const rereadLimit = 4;

class SessionSplitter {
  readonly #lines: readonly string[];
  readonly #meta: Meta;
  readonly #leading: Line[] = [];
  readonly #steps: RawStep[] = [];
  readonly #faults: Problem[] = [];
  #rereads: number;
  /** Another shell may have been entered, with a prompt of its own. */
  #leftShell = false;
  /** Bare `# ` stands beside another form of prompt, so that each of them is in doubt. */
  readonly #doubtsRoot: boolean;
  isMixed = false;

  constructor(lines: readonly string[], meta: Meta, doubtsRoot: boolean) {
    this.#doubtsRoot = doubtsRoot;
    this.#lines = lines;
    this.#meta = meta;
    this.#rereads = rereadLimit * lines.reduce((sum, line) => sum + line.length + 1, 0);
  }

  /** Reads every line, unless it comes out on the way that the block is mixed. */
  readAll(): void {
    for (let index = 0; index < this.#lines.length && !this.isMixed;) index = this.#read(index);
  }

  /** Reads the step or line of output at `index` → the index after it. */
  #read(index: number): number {
    const line = this.#lines[index]!;
    const prompt = matchPrompt(line, this.#meta);
    if (!prompt) return this.#readOutput(index);
    if (isBlank(prompt.command)) return this.#readIdlePrompt(index);
    if (isBareRoot(prompt)) return this.#readRoot(index, prompt);
    this.isMixed = this.#rootComesFirst;
    const doubt = this.#doubt(prompt);
    return doubt === undefined ? this.#readCommand(index, prompt) : this.#refuse(index, doubt);
  }

  /** Shows a line as output, and tells the author that it may be none. */
  #refuse(index: number, { expected, hint }: Doubt): number {
    const message = `Unexpected \`${excerpt(this.#lines[index]!)}\`, expected ${expected}.`;
    this.#fault('ambiguous-prompt', index, message, hint);
    return this.#addOutput(index);
  }

  finish() {
    for (const step of this.#steps) settleOutput(step);
    if (this.#steps.length > 0) this.#checkLeading();
    return { leading: this.#leading, steps: this.#steps, faults: this.#faults };
  }

  #readOutput(index: number): number {
    const line = this.#lines[index]!;
    const unspaced = this.#unspacedPrompt(line);
    const foreign = this.#meta.prompts.length > 0 ? undefined : foreignPrompt(line);
    if (unspaced !== undefined) {
      const rest = line.slice(unspaced.length);
      const message = `Unexpected \`${excerpt(rest)}\` directly after the prompt, expected a blank.`;
      this.#fault(
        'prompt-without-blank',
        index,
        message,
        this.#unspacedHint(unspaced, rest),
        unspaced.length,
      );
    } else if (foreign !== undefined) {
      const message = `Unexpected \`${excerpt(line)}\` in the output, expected a prompt that the fence declares.`;
      this.#fault('unknown-prompt', index, message, foreignHint(foreign, this.#steps[0]?.prompt.prompt));
    }
    return this.#addOutput(index);
  }

  /** Line of output → the prompt that it would begin with, if only a blank followed. */
  #unspacedPrompt(line: string): string | undefined {
    if (this.#meta.prompts.length > 0) return lacksDeclaredBlank(line, this.#meta.prompts);
    return lacksBlank(line)?.prompt ?? this.#unspacedSign(line);
  }

  /**
   * A bare sign begins a variable or a comment as well, so where a file is printed it says nothing, and `#` and `%` count only beside commands that
   * have the same sign.
   */
  #unspacedSign(line: string): string | undefined {
    const sign = bareSign(line);
    const last = this.#steps.at(-1);
    if (sign === undefined || last === undefined || printsFile(last.command.join('\n'))) return undefined;
    if (sign === '$') return sign;
    const command = line.slice(1);
    const isBeside = last.prompt.prompt.trimEnd() === sign;
    return isBeside && !readsLikeComment(command) && / (?:-|\S*[/=])/.test(command) ? sign : undefined;
  }

  #unspacedHint(prompt: string, rest: string): string {
    const first = this.#steps[0]?.prompt.prompt;
    const output = first === undefined || prompt.length > 1 ? '' : `\n${outputHint(first)}`;
    return `${prompt} ${rest}${output}`;
  }

  #addOutput(index: number): number {
    const line = this.#lines[index]!;
    const step = this.#steps.at(-1);
    step?.output.push(line);
    (step?.lines ?? this.#leading).push([{ role: 'output', text: line }]);
    return index + 1;
  }

  /** A prompt without a command ends a session, or comes before another prompt; elsewhere it is output. */
  #readIdlePrompt(index: number): number {
    const next = this.#lines[index + 1];
    const isIdle = next === undefined || isBlank(next) || matchPrompt(next, this.#meta) !== undefined;
    if (!isIdle) return this.#addOutput(index);
    (this.#steps.at(-1)?.lines ?? this.#leading).push([{ role: 'prompt', text: this.#lines[index]! }]);
    return index + 1;
  }

  /**
   * A bare `# `, which begins a command of root's as well as a comment. Where a prompt of another kind came first, it is output; beside a bare `$ ` it
   * is in doubt; and where it is the only one, it is a command unless the line reads like a comment or stands where one is likely.
   */
  #readRoot(index: number, prompt: PromptLine): number {
    const first = this.#steps[0]?.prompt;
    if (this.#doubtsRoot && !this.#leftShell) return this.#refuse(index, mixedDoubt);
    if (first !== undefined && !this.#leftShell && !isBareRoot(first)) {
      return first.form === 'sigil' ? this.#refuse(index, mixedDoubt) : this.#addOutput(index);
    }
    const reason = this.#reasonAgainstRoot(index, prompt.command);
    return reason === undefined
      ? this.#readCommand(index, prompt)
      : this.#refuse(index, { expected: reason, hint: allRootHint(prompt.command) });
  }

  #reasonAgainstRoot(index: number, command: string): string | undefined {
    if (readsLikeComment(command)) return 'a command after # rather than a comment';
    const last = this.#steps.at(-1);
    if (last === undefined) return undefined;
    const isDirectlyBelow = index === last.index + last.command.length;
    if (isDirectlyBelow && last.unfinished) return 'the rest of the command above';
    const comesAfterComments = last.output.some((line) => line.startsWith('#'));
    if (!isDirectlyBelow && !comesAfterComments) return undefined;
    return printsFile(last.command.join('\n')) ? 'no # in what the command above prints' : undefined;
  }

  /** Whether the block began with a bare `# ` in the shell that it is still in. */
  get #rootComesFirst(): boolean {
    const first = this.#steps[0]?.prompt;
    return first !== undefined && isBareRoot(first) && !this.#leftShell;
  }

  /** Prompt → what would have to be there instead and how to get it; undefined when there is no doubt. */
  #doubt(prompt: PromptLine): Doubt | undefined {
    if (prompt.form === 'declared' || prompt.form === 'named') return undefined;
    const [first] = this.#steps;
    if (!first || this.#leftShell) return undefined;
    const hint = outputHint(first.prompt.prompt);
    if (first.prompt.form === 'named')
      return { expected: `a prompt like ${first.prompt.prompt.trim()}`, hint };
    if (prompt.form !== 'host' || this.#isKnownHost(prompt)) return undefined;
    return { expected: 'a host that the fence names', hint };
  }

  #isKnownHost({ host }: PromptLine): boolean {
    return host === undefined || this.#meta.hosts.includes(host) || this.#steps[0]!.prompt.form === 'host';
  }

  #readCommand(index: number, prompt: PromptLine): number {
    const command = prompt.shell ? this.#readShell(index, prompt) : this.#readInterpreter(index, prompt);
    const lines = command.text.map((text, line): Line => {
      const mark = line === 0 ? prompt.prompt : command.marks[line - 1]!;
      const role = line === 0 ? 'prompt' : 'continuation';
      return mark === ''
        ? [{ role: 'command', text }]
        : [
            { role, text: mark },
            { role: 'command', text },
          ];
    });
    const offsets = [prompt.prompt.length, ...command.marks.map((mark) => mark.length)];
    const raw = { prompt, index, lines, command: command.text, offsets, output: [], exitStatus: undefined };
    this.#steps.push({ ...raw, unfinished: command.input?.open ?? false });
    this.#leftShell ||= opensShell(prompt.command);
    return index + command.text.length;
  }

  #readShell(index: number, prompt: PromptLine): CommandLines {
    const markOf = continuationOf(prompt, this.#meta)!;
    const marked = this.#follow(index, prompt, markOf);
    if (!marked.input.open || this.#rereads <= 0 || opensByApostrophe(marked)) return marked;
    const bare = this.#follow(index, prompt, (line, input) => (this.#ends(line, input) ? undefined : ''));
    if (!bare.input.open) return bare;
    this.#rereads -= bare.text.reduce((sum, line) => sum + line.length + 1, 0);
    return marked;
  }

  /** Reads on while the shell waits and `markAt` gives the continuation prompt of the next line, be it an empty one. */
  #follow(
    index: number,
    prompt: PromptLine,
    markAt: (line: string, input: ShellInput) => string | undefined,
  ): CommandLines & { input: ShellInput } {
    const input = new ShellInput();
    const [text, marks]: [string[], string[]] = [[prompt.command], []];
    input.feed(prompt.command);
    for (let next = index + 1; input.open && next < this.#lines.length; next++) {
      const line = this.#lines[next]!;
      const mark = markAt(line, input);
      if (mark === undefined) break;
      marks.push(mark);
      text.push(line.slice(mark.length));
      input.feed(line.slice(mark.length));
    }
    return { text, marks, input };
  }

  /** A prompt where the shell would still read words: the command before it was never finished. */
  #ends(line: string, input: ShellInput): boolean {
    if (input.inText) return false;
    const prompt = matchPrompt(line, this.#meta);
    return prompt !== undefined && (prompt.form !== 'sigil' || !prompt.root || input.joins);
  }

  /** An interpreter's input is not understood here: what has the continuation prompt belongs to the command. */
  #readInterpreter(index: number, prompt: PromptLine): CommandLines {
    const [text, marks]: [string[], string[]] = [[prompt.command], []];
    const markOf = continuationOf(prompt, this.#meta);
    for (let next = index + 1; markOf !== undefined && next < this.#lines.length; next++) {
      const line = this.#lines[next]!;
      // `...` alone directly after a command means "any output", in a continued one the end of a Python block.
      const found = marks.length > 0 || line !== '...' ? this.#continuation(line, markOf) : undefined;
      if (found === undefined) break;
      marks.push(found);
      text.push(line.slice(found.length));
    }
    return { text, marks };
  }

  /** A line that begins a command of its own continues none, as far as its prompt is longer: irb counts on. */
  #continuation(line: string, markOf: (line: string) => string | undefined): string | undefined {
    const prompt = matchPrompt(line, this.#meta)?.prompt;
    const mark = markOf(line);
    return mark !== undefined &&
      (prompt === undefined || mark.length > prompt.trimEnd().length) &&
      prompt !== mark
      ? mark
      : undefined;
  }

  #checkLeading(): void {
    const line = this.#leading.findIndex(([segment]) => segment?.role === 'output' && !isBlank(segment.text));
    if (line === -1 || this.#faults.some((fault) => fault.line === line)) return;
    const found = excerpt(this.#lines[line]!);
    const message = `Unexpected \`${found}\` before the first prompt, expected a prompt.`;
    this.#fault('output-before-prompt', line, message, `Write \`$ ${found}\` if it is a command.`);
  }

  #fault(code: ProblemCode, line: number, message: string, hint: string, column = 0): void {
    this.#faults.push({ code, line, column, message, hint });
  }
}

/** A command's lines, and the continuation prompts before all but the first of them. */
interface CommandLines {
  text: string[];
  marks: string[];
  /** Where a shell reads it. */
  input?: ShellInput;
}

/** `echo it's`: the quote is a slip, so the lines up to the next apostrophe are no part of the command. */
function opensByApostrophe({ text, input }: CommandLines & { input: ShellInput }): boolean {
  const { unclosed } = input;
  if (unclosed?.text !== "'") return false;
  return /^[a-z]'[a-z]{1,2}(?:\W|$)/i.test(text[unclosed.line]!.slice(Math.max(0, unclosed.column - 1)));
}

/** What would have to be there, and the ways out, each a text to paste. */
interface Doubt {
  expected: string;
  hint: string;
}

/** `# ` and nothing else. */
function isBareRoot({ form, prompt }: PromptLine): boolean {
  return form === 'sigil' && prompt.startsWith('#');
}

const mixedDoubt: Doubt = {
  expected: 'one form of prompt in a block',
  hint: [
    'If it is output or a comment, say on the fence: prompt="$ "',
    'If root runs it, say on the fence: prompt="$ " prompt="# "',
    'A comment is better in the prose.',
  ].join('\n'),
};

function allRootHint(command: string): string {
  return [
    'If every line that begins with # is a command, say on the fence: prompt="# "',
    `If some are not, write root# before the commands and say on the fence: prompt="root# "`,
    `A comment is better in the prose, or stands after two signs: # # ${excerpt(command.trim())}`,
  ].join('\n');
}

function foreignHint(prompt: string, first: string | undefined): string {
  const declared = (first === undefined ? [prompt] : [first, prompt]).map(
    (one) => `prompt=${quoteValue(one)}`,
  );
  const output =
    first === undefined ? 'begin the fence with ```text' : `say on the fence: prompt=${quoteValue(first)}`;
  return `If it is a prompt, say on the fence: ${declared.join(' ')}\nIf it is output, ${output}`;
}

/** A value of the fence in quotes, the kind that is not in it. */
function quoteValue(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

function outputHint(prompt: string): string {
  return `If it is output, say on the fence what the prompt is: prompt="${prompt}" (once for each, if there are several).`;
}

/** Takes the exit status and blank lines off the end of a step's output; the lines themselves stay as they are. */
function settleOutput(step: RawStep): void {
  dropBlankEnd(step.output);
  const status = parseExitStatus(step.output.at(-1) ?? '');
  if (status === undefined) return;
  step.exitStatus = status;
  step.output.pop();
  const line = step.lines.findLast(([segment]) => segment?.role === 'output' && !isBlank(segment.text));
  line![0]!.role = 'status';
  dropBlankEnd(step.output);
}

function dropBlankEnd(lines: string[]): void {
  while (lines.length > 0 && isBlank(lines.at(-1)!)) lines.pop();
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
