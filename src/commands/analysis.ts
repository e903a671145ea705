import type { Danger, Step } from './block.ts';
import { latinOf } from './characters.ts';
import { findDangers, findSqlDangers, type DangerMark } from './dangers/find-dangers.ts';
import { foreignPrompt } from './foreign-prompt.ts';
import { findByHand, findTerminalReader } from './interaction/find-interaction.ts';
import { programsOf, readShell, type ShellReading } from './invocations.ts';
import { promptKey } from './meta.ts';
import { isInterpreter } from './misplaced-session.ts';
import type { Place, Problem } from './problems.ts';
import { matchPrompt } from './prompt.ts';
import type { ShellFault } from './shell.ts';
import { ShellInput } from './shell-input.ts';

/** A line of a command and its place in the file. */
export type PlacedLine = Place & { text: string };

/** The result of analysing a command: what its step knows of it, and its faults. */
export interface Analysis extends Pick<Step, 'programs' | 'dangers' | 'byHand' | 'readsTerminal'> {
  problems: Problem[];
}

/** The result for text that can't be analysed. */
const NOTHING: Analysis = {
  programs: [],
  dangers: [],
  byHand: undefined,
  readsTerminal: undefined,
  problems: [],
};

/** Analyses the lines of a shell command: its programs, the harm it can do, and its first fault. */
export function analyseShell(lines: readonly PlacedLine[]): Analysis {
  return analyse(lines, (text, reading) => faultsOfShell(lines, text, reading));
}

/**
 * Does the same for the lines of a script. Unless `checked`, as for zsh, only prompts that slipped into it are
 * faults.
 */
export function analyseScript(lines: readonly PlacedLine[], checked: boolean): Analysis {
  return analyse(lines, (text, reading) => {
    const prompts = promptsInScript(text, reading);
    return checked ? [...prompts, ...faultsOfShell(lines, text, reading)] : prompts;
  });
}

/** Finds what lines for an interpreter such as `mysql> ` destroy, as far as they are SQL. */
export function analyseInterpreter(lines: readonly PlacedLine[], program: string): Analysis {
  const marks = findSqlDangers(lines.map(({ text }) => text).join('\n'));
  return { ...NOTHING, dangers: toDangers(marks, lines), byHand: { reason: 'interpreter', program } };
}

/** A fault in the shell's syntax. One causes others, so only a command's first is shown. */
type Fault = ShellFault & { hint?: string };

function analyse(
  lines: readonly PlacedLine[],
  findFaults: (text: string, reading: ShellReading) => Fault[],
): Analysis {
  const text = lines.map((line) => line.text).join('\n');
  const reading = readShell(text);
  if (!reading) {
    const message = 'Unexpected length or nesting of a command, expected one that a reader can follow.';
    const { line, column } = lines[0]!;
    return { ...NOTHING, problems: [{ code: 'block-too-large', line, column, message }] };
  }
  const fault = findFaults(text, reading)[0];
  return {
    programs: programsOf(reading),
    dangers: toDangers(findDangers(readFilled(text) ?? reading), lines),
    byHand: findByHand(reading),
    readsTerminal: findTerminalReader(reading),
    problems: fault ? [toProblem(fault, lines)] : [],
  };
}

function faultsOfShell(lines: readonly PlacedLine[], text: string, reading: ShellReading): Fault[] {
  return [...foreignPrograms(reading), ...angleNames(text, reading), ...faultsOfText(lines, reading)];
}

/** `ср a b` in Cyrillic letters throughout: elsewhere a word like any other, but not the name of a program. */
function foreignPrograms({ invocations }: ShellReading): Fault[] {
  return invocations.flatMap(({ program, offset }) => {
    const latin = latinOf(program);
    if (latin === undefined) return [];
    const message = `Unexpected \`${program}\` in another alphabet, expected \`${latin}\`.`;
    return [{ code: 'unsafe-character', offset, message, hint: latin }];
  });
}

/** `<name>` instead of a value. */
const angleName = /<(?<name>[A-Za-z](?:[\w .:-]*\w)?)>(?![A-Za-z$&|])/;

/**
 * Reads the same command with placeholders of the same length for such names, so that they don't count as
 * redirections. Undefined if there are none.
 */
function readFilled(text: string): ShellReading | undefined {
  const pattern = new RegExp(`(?<![<\\w])${angleName.source}`, 'g');
  const filled = text.replace(pattern, (whole) =>
    whole.length < 5
      ? '_'.repeat(whole.length)
      : `{{${whole.slice(2, -2).toLowerCase().replace(/\W/g, '_')}}}`,
  );
  return filled === text ? undefined : readShell(filled);
}

/** `ssh <host>`: nobody means to read a file called `host`. */
function angleNames(text: string, { reads }: ShellReading): Fault[] {
  const pattern = new RegExp(String.raw`\d*${angleName.source}`, 'y');
  return reads.flatMap((offset) => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (!match) return [];
    const name = match.groups!.name!.toLowerCase().replace(/\W+/g, '_');
    const message = `Unexpected \`${match[0]}\`, which reads a file, expected a placeholder.`;
    return [{ code: 'angle-placeholder', offset, message, hint: `Write {{${name}}} and declare it.` }];
  });
}

/** `$ yum install …` in a script would run a program called `$`. */
function promptsInScript(text: string, { invocations }: ShellReading): Fault[] {
  return invocations.flatMap(({ offset }) => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    if (offset - start > 20 || text.slice(start, offset).trim() !== '') return [];
    const end = text.indexOf('\n', offset);
    const prompt = promptOfLine(text.slice(offset, end === -1 ? text.length : end));
    if (prompt === undefined) return [];
    const message = `Unexpected prompt \`${prompt.text.trim()}\` in a script, expected a command.`;
    const hint = `Begin the fence with \`\`\`console${prompt.foreign ? ` ${promptKey(prompt.text)}` : ''}`;
    return [{ code: 'prompt-in-script', offset, message, hint }];
  });
}

/** The prompt that a line of a script begins with. `cat> file` and `> file` aren't prompts: they write a file. */
function promptOfLine(line: string): { text: string; foreign: boolean } | undefined {
  const known = matchPrompt(line, { prompts: [] })?.prompt;
  if (known !== undefined) return { text: known, foreign: false };
  const foreign = foreignPrompt(line) ?? /^> (?=[a-z][\w-]* +[\w./~-])/.exec(line)?.[0];
  const writesFile = foreign === undefined || (/^[\w.-]+ ?> $/.test(foreign) && !isInterpreter(foreign));
  return writesFile ? undefined : { text: foreign, foreign: true };
}

/** Faults in the order in which an author would look for them: whatever is unclosed first, then the parser's own. */
function faultsOfText(lines: readonly PlacedLine[], { faults }: ShellReading): Fault[] {
  const input = new ShellInput();
  const found: Fault[] = [];
  let start = 0;
  for (const { text } of lines) {
    input.feed(text);
    const slash = /(?<!\\)\\[ \t]+$/.exec(text.slice(-100));
    if (slash && !input.inText && !/^\s*#/.test(text))
      found.push(blankAfterBackslash(start + text.trimEnd().length, text));
    start += text.length + 1;
  }
  const { unclosed } = input;
  if (unclosed?.kind === 'here-document') {
    const offset = lines
      .slice(0, unclosed.line)
      .reduce((sum, { text }) => sum + text.length + 1, unclosed.column);
    const message = `Unexpected end of the command, expected \`${unclosed.text}\` alone on a line.`;
    found.push({ code: 'unclosed-here-document', offset, message });
  }
  found.push(...[...faults].sort((one, other) => one.offset - other.offset));
  if (found.length === 0 && input.open && !unclosed) {
    const message = 'Unexpected end of the command after \\, expected a line that continues it.';
    found.push({ code: 'shell-syntax', offset: start - 1, message });
  }
  return found;
}

function blankAfterBackslash(offset: number, line: string): Fault {
  const message = 'Unexpected space after \\, expected the end of the line.';
  return { code: 'blank-after-backslash', offset, message, hint: line.trimEnd() };
}

function toDangers(marks: readonly DangerMark[], lines: readonly PlacedLine[]): Danger[] {
  return marks.map(({ offset, ...danger }) => ({ ...danger, line: locate(lines, offset).line }));
}

function toProblem({ code, message, hint, offset }: Fault, lines: readonly PlacedLine[]): Problem {
  return { code, ...locate(lines, offset), message, ...(hint === undefined ? {} : { hint }) };
}

/** Turns an offset into the joined lines into a place in the file. */
function locate(lines: readonly PlacedLine[], offset: number): Place {
  let rest = offset;
  for (const { text, line, column } of lines) {
    if (rest <= text.length) return { line, column: column + rest };
    rest -= text.length + 1;
  }
  const { line, column, text } = lines.at(-1)!;
  return { line, column: column + text.length };
}
