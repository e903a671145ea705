import type { Line, SessionBlock } from './block.ts';
import type { Meta } from './meta.ts';
import { parseExitStatus } from './output.ts';
import type { Problem, ProblemCode } from './problems.ts';
import { continuationOf, lacksBlank, matchPrompt, type PromptLine } from './prompt.ts';
import { looksLikeComment, opensShell, printsFile } from './session-doubts.ts';
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
  const splitter = new SessionSplitter(lines, meta);
  for (let index = 0; index < lines.length;) index = splitter.read(index);
  return splitter.finish();
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

  constructor(lines: readonly string[], meta: Meta) {
    this.#lines = lines;
    this.#meta = meta;
    this.#rereads = rereadLimit * lines.reduce((sum, line) => sum + line.length + 1, 0);
  }

  /** Reads the step or line of output at `index` → the index after it. */
  read(index: number): number {
    const line = this.#lines[index]!;
    const prompt = matchPrompt(line, this.#meta);
    if (!prompt) return this.#readOutput(index, lacksBlank(line));
    if (isBlank(prompt.command)) return this.#readIdlePrompt(index);
    const doubt = this.#doubt(prompt);
    if (doubt === undefined) return this.#readCommand(index, prompt);
    const message = `Unexpected \`${excerpt(line)}\`, expected ${doubt.expected}.`;
    this.#fault('ambiguous-prompt', index, message, doubt.hint);
    return this.#addOutput(index);
  }

  finish() {
    for (const step of this.#steps) settleOutput(step);
    if (this.#steps.length > 0) this.#checkLeading();
    return { leading: this.#leading, steps: this.#steps, faults: this.#faults };
  }

  #readOutput(index: number, unspaced: PromptLine | undefined): number {
    if (unspaced && this.#meta.prompts.length === 0) {
      const { prompt } = unspaced;
      const rest = this.#lines[index]!.slice(prompt.length);
      const message = `Unexpected \`${excerpt(rest)}\` directly after the prompt, expected a blank.`;
      this.#fault('prompt-without-blank', index, message, `${prompt} ${rest}`, prompt.length);
    }
    return this.#addOutput(index);
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

  /** Prompt → what would have to be there instead and how to get it; undefined when there is no doubt. */
  #doubt(prompt: PromptLine): { expected: string; hint: string } | undefined {
    if (prompt.form === 'declared' || prompt.form === 'named') return undefined;
    const isRootSign = prompt.form === 'sigil' && prompt.prompt.startsWith('#');
    if (isRootSign && looksLikeComment(prompt.command)) {
      return { expected: 'a command after # rather than a comment', hint: commentHint };
    }
    const [first, last] = [this.#steps[0], this.#steps.at(-1)];
    if (!first || !last || this.#leftShell) return undefined;
    const hint = outputHint(first.prompt.prompt);
    if (first.prompt.form === 'named')
      return { expected: `a prompt like ${first.prompt.prompt.trim()}`, hint };
    if (prompt.form === 'host') {
      return this.#isKnownHost(prompt) ? undefined : { expected: 'a host that the fence names', hint };
    }
    const changes = isRootSign && first.prompt.form === 'sigil' && !last.prompt.root;
    if (!changes || !printsFile(last.command[0]!)) return undefined;
    return { expected: 'no # in what the command prints', hint };
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
    this.#steps.push(raw);
    this.#leftShell ||= opensShell(prompt.command);
    return index + command.text.length;
  }

  #readShell(index: number, prompt: PromptLine): CommandLines {
    const mark = continuationOf(prompt, this.#meta)!;
    const marked = this.#follow(index, prompt, (line) => markOf(line, mark));
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
    return prompt !== undefined && (prompt.form !== 'sigil' || !prompt.root);
  }

  /** An interpreter's input is not understood here: what has the continuation prompt belongs to the command. */
  #readInterpreter(index: number, prompt: PromptLine): CommandLines {
    const [text, marks]: [string[], string[]] = [[prompt.command], []];
    const mark = continuationOf(prompt, this.#meta);
    for (let next = index + 1; mark !== undefined && next < this.#lines.length; next++) {
      const line = this.#lines[next]!;
      // `...` alone directly after a command means "any output", in a continued one the end of a Python block.
      const found = marks.length > 0 || line !== '...' ? markOf(line, mark) : undefined;
      if (found === undefined) break;
      marks.push(found);
      text.push(line.slice(found.length));
    }
    return { text, marks };
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
}

/** `echo it's`: the quote is a slip, so the lines up to the next apostrophe are no part of the command. */
function opensByApostrophe({ text, input }: CommandLines & { input: ShellInput }): boolean {
  const { unclosed } = input;
  if (unclosed?.text !== "'") return false;
  return /^[a-z]'[a-z]{1,2}(?:\W|$)/i.test(text[unclosed.line]!.slice(Math.max(0, unclosed.column - 1)));
}

const commentHint = 'Move a comment into the prose, or write it after two signs: # # Like this';

function outputHint(prompt: string): string {
  return `If it is output, say on the fence what the prompt is: prompt="${prompt}" (once for each, if there are several).`;
}

/** Line → its continuation prompt, also with the trailing blank taken off by an editor; undefined without one. */
function markOf(line: string, mark: string): string | undefined {
  if (line.startsWith(mark)) return mark;
  return line === mark.trimEnd() ? line : undefined;
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
