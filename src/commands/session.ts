import type { Line, SessionBlock } from './block.ts';
import { promptKey, type Meta } from './meta.ts';
import { parseExitStatus } from './output.ts';
import type { Problem, ProblemCode } from './problems.ts';
import { continuationOf } from './continuation.ts';
import { bareSign, lacksBlank, lacksDeclaredBlank, matchPrompt, type PromptLine } from './prompt.ts';
import { readsLikeComment } from './comment.ts';
import { foreignPrompt } from './foreign-prompt.ts';
import { printsFile } from './file-printers.ts';
import { opensShell } from './session-doubts.ts';
import { ShellInput } from './shell-input.ts';

/** A step as read from its lines, before its command is analysed. */
export interface RawStep {
  prompt: PromptLine;
  /** Its first line, counted from 0 in the block. */
  index: number;
  lines: Line[];
  command: string[];
  /** For each line of the command, the number of prompt characters before it. */
  offsets: number[];
  output: string[];
  exitStatus: number | undefined;
  /** The shell is still waiting for more: a `\\`, `|` or `&&` at the end, an open quote. */
  unfinished: boolean;
}

/**
 * Splits the text of a session into steps, and finds faults in their lines, with places counted from 0. The rules, in
 * the order in which they apply to a line:
 *
 * 1. While the shell waits for more (open quote, here-document, `do` without `done`, trailing `\`, `|`, `&&`, `||`),
 *    lines belong to the command. Up to the end of the input, either all of them begin with the continuation prompt
 *    `> `, which is removed, or none does and they are taken as they are.
 * 2. A line that begins with a prompt is a command. With `prompt=` on the fence, only that is a prompt.
 * 3. Everything else is output, including `> ` after a complete command, which is what `diff` prints.
 *
 * A redirection at the start of a continued line must therefore be indented, or written as a terminal shows it:
 * `> > file`.
 *
 * When in doubt, a line is output and the author gets a message, because output is never run.
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

/**
 * A command that never ends makes the splitter read lines twice; beyond this many times the text's length, only its first line is used.
 */
const rereadLimit = 4;

class SessionSplitter {
  readonly #lines: readonly string[];
  readonly #meta: Meta;
  readonly #leading: Line[] = [];
  readonly #steps: RawStep[] = [];
  readonly #faults: Problem[] = [];
  #rereads: number;
  /** Another shell, with its own prompt, may have been entered. */
  #leftShell = false;
  /** The block has a bare `# ` and another form of prompt, so every `# ` is in doubt. */
  readonly #doubtsRoot: boolean;
  isMixed = false;

  constructor(lines: readonly string[], meta: Meta, doubtsRoot: boolean) {
    this.#doubtsRoot = doubtsRoot;
    this.#lines = lines;
    this.#meta = meta;
    this.#rereads = rereadLimit * lines.reduce((sum, line) => sum + line.length + 1, 0);
  }

  /** Reads every line, unless the block turns out to mix prompts on the way. */
  readAll(): void {
    for (let index = 0; index < this.#lines.length && !this.isMixed;) index = this.#read(index);
  }

  /** Reads the step or line of output at `index`; returns the index after it. */
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

  /** Treats a line as output, and tells the author that it may be something else. */
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
      const message = `Unexpected \`${excerpt(rest)}\` directly after the prompt, expected a space.`;
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

  /** The prompt that a line of output would begin with if a space followed. */
  #unspacedPrompt(line: string): string | undefined {
    if (this.#meta.prompts.length > 0) return lacksDeclaredBlank(line, this.#meta.prompts);
    return lacksBlank(line)?.prompt ?? this.#unspacedSign(line);
  }

  /**
   * A bare sign can also begin a variable or a comment. So it doesn't count if a file is printed, and `#` and `%`
   * only count next to commands with the same sign.
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

  /** A prompt without a command ends a session or comes before another prompt; anywhere else it is output. */
  #readIdlePrompt(index: number): number {
    const next = this.#lines[index + 1];
    const isIdle = next === undefined || isBlank(next) || matchPrompt(next, this.#meta) !== undefined;
    if (!isIdle) return this.#addOutput(index);
    (this.#steps.at(-1)?.lines ?? this.#leading).push([{ role: 'prompt', text: this.#lines[index]! }]);
    return index + 1;
  }

  /**
   * A bare `# ` begins a command of root's or a comment. If another kind of prompt came first, it is output; next to
   * a bare `$ ` it is in doubt; and if it is the only prompt, it is a command unless the line reads like a comment or
   * is where one is likely.
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

  /** Whether the block began with a bare `# ` and is still in the same shell. */
  get #rootComesFirst(): boolean {
    const first = this.#steps[0]?.prompt;
    return first !== undefined && isBareRoot(first) && !this.#leftShell;
  }

  /** What should be there instead of the prompt, and how to get it; undefined if there is no doubt. */
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

  /** Reads on while the shell waits and `markAt` finds a continuation prompt, even an empty one, on the next line. */
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

  /**
   * Whether a prompt appears although the shell would still read words: then the command before it was never
   * finished.
   */
  #ends(line: string, input: ShellInput): boolean {
    if (input.inText) return false;
    const prompt = matchPrompt(line, this.#meta);
    return prompt !== undefined && (prompt.form !== 'sigil' || !prompt.root || input.joins);
  }

  /** We don't parse an interpreter's input: lines with the continuation prompt belong to the command. */
  #readInterpreter(index: number, prompt: PromptLine): CommandLines {
    const [text, marks]: [string[], string[]] = [[prompt.command], []];
    const markOf = continuationOf(prompt, this.#meta);
    for (let next = index + 1; markOf !== undefined && next < this.#lines.length; next++) {
      const line = this.#lines[next]!;
      // A bare `...` means "any output" directly after a command, but the end of a Python block after a continuation.
      const found = marks.length > 0 || line !== '...' ? this.#continuation(line, markOf) : undefined;
      if (found === undefined) break;
      marks.push(found);
      text.push(line.slice(found.length));
    }
    return { text, marks };
  }

  /**
   * A line with a prompt of its own doesn't continue a command, unless the mark is longer than that prompt,
   * because the number in irb's prompt goes up.
   */
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

/** A command's lines, and the continuation prompts before all but the first. */
interface CommandLines {
  text: string[];
  marks: string[];
  /** For shells, the state after the last line. */
  input?: ShellInput;
}

/** `echo it's`: the quote is a mistake, so the lines up to the next apostrophe aren't part of the command. */
function opensByApostrophe({ text, input }: CommandLines & { input: ShellInput }): boolean {
  const { unclosed } = input;
  if (unclosed?.text !== "'") return false;
  return /^[a-z]'[a-z]{1,2}(?:\W|$)/i.test(text[unclosed.line]!.slice(Math.max(0, unclosed.column - 1)));
}

/** What should be there, and the ways out, each with text to paste. */
interface Doubt {
  expected: string;
  hint: string;
}

/** `# ` and nothing before it. */
function isBareRoot({ form, prompt }: PromptLine): boolean {
  return form === 'sigil' && prompt.startsWith('#');
}

const mixedDoubt: Doubt = {
  expected: 'one form of prompt in a block',
  hint: [
    'If it is output or a comment, write on the fence: prompt="$ "',
    'If root runs it, write on the fence: prompt="$ " prompt="# "',
    'A comment is better in the prose.',
  ].join('\n'),
};

function allRootHint(command: string): string {
  return [
    'If every line that begins with # is a command, write on the fence: prompt="# "',
    `If some are not, write root# before the commands and write on the fence: prompt="root# "`,
    `A comment is better in the prose, or after two signs: # # ${excerpt(command.trim())}`,
  ].join('\n');
}

function foreignHint(prompt: string, first: string | undefined): string {
  const declared = (first === undefined ? [prompt] : [first, prompt]).map(promptKey);
  const output =
    first === undefined ? 'begin the fence with ```text' : `write on the fence: ${promptKey(first)}`;
  return `If it is a prompt, write on the fence: ${declared.join(' ')}\nIf it is output, ${output}`;
}

function outputHint(prompt: string): string {
  return `If it is output, declare the prompt on the fence: ${promptKey(prompt)} (once for each, if there are several).`;
}

/** Removes the exit status and blank lines from the end of a step's output; the lines themselves stay unchanged. */
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
