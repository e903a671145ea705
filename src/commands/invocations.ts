import { forEachChild, type Command, type Pipeline, type Redirection, type SyntaxNode } from 'unbash';
import { faultsOf, parseShell, type ShellFault } from './shell.ts';
import { readsShellText, shellTextOf, unwrap } from './wrappers.ts';

/** A program that a command runs, at any depth. */
export interface Invocation {
  /** The program's name without its directory; empty for a bare redirection (`> /dev/sda`). */
  program: string;
  /** Its arguments without quotes; expansions as written. */
  words: string[];
  /** Files that it writes to: the targets of `>`, `>>`, `>|`, `&>`. */
  writes: string[];
  /** Those that it truncates first. */
  truncates: string[];
  around: Surroundings;
  /** Its input from a here-document, a here-string or `echo … |`. */
  input: string;
  /** Its offset in the whole text. */
  offset: number;
}

/** Where a program runs, as far as it matters to the person at the terminal. */
export interface Surroundings {
  /** Its standard input isn't a terminal but a pipe, a file or a here-document. */
  fed: boolean;
  /** Its output goes to another program or into a file. */
  caught: boolean;
  /** It runs in a subshell, an expansion, a function or the text of another shell, so `exit` only leaves that. */
  apart: boolean;
  /** The shell doesn't wait for it: `&`. */
  background: boolean;
  /** It runs on another machine, through ssh. */
  remote: boolean;
}

const AT_TERMINAL: Surroundings = {
  fed: false,
  caught: false,
  apart: false,
  background: false,
  remote: false,
};

/** What a shell text runs, and its faults. */
export interface ShellReading {
  invocations: Invocation[];
  faults: ShellFault[];
  /** Functions that the text defines; they aren't programs. */
  functions: Set<string>;
  /** Offsets where `<` reads a file. */
  reads: number[];
  /** Offsets where a function calls itself twice, as a fork bomb does. */
  forkBombs: number[];
}

/** `sudo ssh a bash -c "…"`: how deep nested commands are read. */
const deepest = 8;

/** Reads everything that a shell text runs; undefined if the parser can't handle it. */
export function readShell(text: string): ShellReading | undefined {
  const reading: ShellReading = {
    invocations: [],
    faults: [],
    functions: new Set(),
    reads: [],
    forkBombs: [],
  };
  const script = parseShell(text);
  if (!script) return undefined;
  reading.faults.push(...faultsOf(script, text));
  try {
    new Walk(reading, text, 0, AT_TERMINAL).visit(script);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // Stack overflow.
    throw error;
  }
  return reading;
}

/**
 * A program name that can have a page: not `[`, `.`, `$EDITOR` or `{{program}}`, and not too long for a file name.
 */
const namePattern = /^[A-Za-z0-9_][\w.+-]{0,99}$/;

/** The names of the programs that a command runs, in the order found, without duplicates. */
export function programsOf({ invocations, functions }: ShellReading): string[] {
  const names = invocations.map((invocation) => invocation.program);
  return [...new Set(names)].filter((name) => namePattern.test(name) && !functions.has(name));
}

class Walk {
  readonly #reading: ShellReading;
  readonly #text: string;
  readonly #depth: number;
  /** For text inside a string, the offset of the string: offsets within it can't be mapped to the file. */
  readonly #fixedOffset: number | undefined;
  readonly #inputs = new Map<SyntaxNode, string>();
  /** Commands of a pipeline whose input or output is a pipe. */
  readonly #piped = new Map<SyntaxNode, Partial<Surroundings>>();
  #around: Surroundings;

  constructor(
    reading: ShellReading,
    text: string,
    depth: number,
    around: Surroundings,
    fixedOffset?: number,
  ) {
    this.#reading = reading;
    this.#text = text;
    this.#depth = depth;
    this.#around = around;
    this.#fixedOffset = fixedOffset;
  }

  visit(node: SyntaxNode): void {
    const outside = this.#around;
    this.#around = { ...outside, ...this.#piped.get(node), ...surroundingsOf(node) };
    this.#visit(node);
    this.#around = outside;
  }

  #visit(node: SyntaxNode): void {
    if (node.type === 'Command') this.#readCommand(node);
    if (node.type === 'Redirected') this.#add('', ['{'], node.redirects, node.pos); // { …; } > file
    if (node.type === 'Redirect' && node.operator === '<') this.#reading.reads.push(this.#place(node.pos));
    if (node.type === 'Pipeline') this.#readPipeline(node);
    if (node.type === 'Function') this.#readFunction(node.name.value, node.body, node.pos);
    forEachChild(node, (child) => {
      this.#visitChild(child);
    });
  }

  #visitChild(child: SyntaxNode): void {
    if (child.type !== 'Script') {
      this.visit(child);
      return;
    }
    const nested = child.source === undefined ? this : this.#inside(child.source, child.pos);
    for (const fault of faultsOf(child, child.source ?? this.#text)) {
      this.#reading.faults.push({ ...fault, offset: nested.#place(fault.offset) });
    }
    nested.visit(child);
  }

  #inside(text: string, offset: number): Walk {
    return new Walk(
      this.#reading,
      text,
      this.#depth + 1,
      { ...this.#around, apart: true },
      this.#place(offset),
    );
  }

  #place(offset: number): number {
    return this.#fixedOffset ?? offset;
  }

  #readCommand(command: Command): void {
    const words = [command.name, ...command.args].flatMap((word) => {
      if (!word) return [];
      return [word.type === 'Word' ? word.value : word.text];
    });
    this.#add(words[0] ?? '', words.slice(1), command.redirects, command.pos, this.#inputs.get(command));
  }

  #add(
    name: string,
    words: string[],
    redirections: readonly Redirection[],
    offset: number,
    piped = '',
  ): void {
    if (name === '' && redirections.length === 0) return;
    const input = [piped, ...redirections.map(textOf)].filter(Boolean).join('\n');
    const writes = redirections.flatMap((redirection) => targetOf(redirection) ?? []);
    const truncates = redirections.flatMap((redirection) => targetOf(redirection, truncating) ?? []);
    const around = { ...this.#around, ...redirected(redirections) };
    const place = this.#place(offset);
    this.#addInvocation(
      { program: baseName(name), words, writes, truncates, input, around, offset: place },
      deepest,
    );
  }

  /** Adds a program, then the programs that it runs. */
  #addInvocation(invocation: Invocation, depth: number): void {
    this.#reading.invocations.push(invocation);
    if (depth === 0) return;
    const { program, words, input } = invocation;
    for (const inner of [unwrap(program, words), ...findCommands(program, words)]) {
      if (!inner) continue;
      this.#addInvocation(
        { ...invocation, program: baseName(inner[0]!), words: inner.slice(1), writes: [], truncates: [] },
        depth - 1,
      );
    }
    const around = {
      ...invocation.around,
      apart: program !== 'eval',
      remote: invocation.around.remote || program === 'ssh',
    };
    this.#readText(shellTextOf(program, words), invocation.offset, around);
    if (readsShellText(program, words)) this.#readText(input, invocation.offset, around);
  }

  /** Reads shell text inside a string. Its faults aren't reported: its quotes may be meant for two shells. */
  #readText(text: string | undefined, offset: number, around: Surroundings): void {
    if (!text || this.#depth >= deepest) return;
    const script = parseShell(text);
    if (!script) return;
    const faults = this.#reading.faults.length;
    new Walk(this.#reading, text, this.#depth + 1, around, this.#place(offset)).visit(script);
    this.#reading.faults.length = faults;
  }

  /** `echo "…" | sh`: a command reads what the one before it prints. */
  #readPipeline({ commands }: Pipeline): void {
    commands.forEach((command, index) => {
      this.#piped.set(command, {
        ...(index > 0 ? { fed: true } : {}),
        ...(index < commands.length - 1 ? { caught: true } : {}),
      });
      const before = commands[index - 1];
      if (before?.type !== 'Command' || !/^(?:echo|printf)$/.test(before.name?.value ?? '')) return;
      const text = before.args.map((word) => (word.type === 'Word' ? word.value : word.text)).join(' ');
      this.#inputs.set(command, text);
    });
  }

  #readFunction(name: string, body: SyntaxNode, offset: number): void {
    this.#reading.functions.add(name);
    if (startsTwice(name, body, deepest)) this.#reading.forkBombs.push(this.#place(offset));
  }
}

function startsTwice(name: string, node: SyntaxNode, depth: number): boolean {
  if (depth === 0) return false;
  if (node.type === 'Pipeline') {
    const selves = node.commands.filter(
      (command) => command.type === 'Command' && command.name?.value === name,
    );
    if (selves.length > 1) return true;
  }
  let found = false;
  forEachChild(node, (child) => {
    found ||= startsTwice(name, child, depth - 1);
  });
  return found;
}

function textOf(redirection: Redirection): string {
  if (redirection.type === 'HereDoc') return redirection.body.text;
  return redirection.type === 'HereString' ? (redirection.target?.value ?? '') : '';
}

/** Operators that write to a file, and those that truncate it first. */
const writing = /^(?:>|>>|>\||&>|&>>|<>)$/;
const truncating = /^(?:>|>\||&>)$/;

function targetOf(redirection: Redirection, operators = writing): string | undefined {
  if (redirection.type !== 'Redirect' || !operators.test(redirection.operator)) return undefined;
  return redirection.target?.value;
}

/** What a node changes about where its commands run. */
function surroundingsOf(node: SyntaxNode): Partial<Surroundings> {
  switch (node.type) {
    case 'Statement':
      return node.background ? { background: true } : {};
    case 'Redirected':
      return redirected(node.redirects);
    case 'Subshell':
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return { apart: true, ...(node.type === 'Subshell' ? {} : { caught: true }) };
    case 'Function':
      return { apart: true };
    default:
      return {};
  }
}

/** What redirections change about a command's standard input and output. */
function redirected(redirections: readonly Redirection[]): Partial<Surroundings> {
  const fed = redirections.some((one) => one.type !== 'Redirect' || /^<[&>]?$/.test(one.operator));
  const caught = redirections.some((one) => targetOf(one) !== undefined && !isErrorOutput(one));
  return { ...(fed ? { fed } : {}), ...(caught ? { caught } : {}) };
}

/** `2>`: only error messages. */
function isErrorOutput(redirection: Redirection): boolean {
  return (
    redirection.type === 'Redirect' &&
    redirection.descriptor?.type === 'FileDescriptor' &&
    redirection.descriptor.value === 2
  );
}

/** A path without its directory. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The commands that `find … -exec rm {} \;` runs. */
function findCommands(program: string, words: readonly string[]): string[][] {
  if (program !== 'find') return [];
  return words.flatMap((word, index) => {
    if (!/^-(?:exec|execdir|ok|okdir)$/.test(word)) return [];
    const rest = words.slice(index + 1, index + 50);
    const end = rest.findIndex((argument) => argument === ';' || argument === '\\;' || argument === '+');
    const command = end === -1 ? rest : rest.slice(0, end);
    return command.length > 0 ? [command] : [];
  });
}
