import type { Block } from '../../commands/block.ts';
import { parseBlock } from '../../commands/parse-block.ts';
import type { Problem } from '../../commands/problems.ts';
import { matchPrompt } from '../../commands/prompt.ts';
import { beginsWithCommand, isSurelyCommand } from './command-words.ts';
import { knownLanguage, languageOfText } from './language.ts';
import { withoutMarkup } from './markup-in-code.ts';
import { repairCode } from './repair.ts';
import type { ImportedFence, WrittenCode } from './written-code.ts';

const SHELLS = new Set(['bash', 'sh', 'shell', 'zsh', 'fish']);

/**
 * Turns any code into a fence. Code with prompts becomes a session if the block parser finds no fault in it. In a
 * shell's language, or if every line is a command, it becomes a script. Everything else is shown as it is, in its own
 * language. Anything that may contain commands but isn't clear becomes plain text with a to-do for its author, so
 * that it builds.
 *
 * @returns undefined for empty code
 */
export function importedFence(written: WrittenCode): ImportedFence | undefined {
  const declared = knownLanguage(written.language);
  // Markdown can't contain NUL.
  const clean = written.text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  const { text, repairs } = withoutMarkup(clean, declared);
  const fence = fenceOf({ ...written, text }, declared);
  return fence && { ...fence, repairs: [...repairs, ...fence.repairs] };
}

function fenceOf(code: WrittenCode, declared: string | undefined): ImportedFence | undefined {
  if (code.text.trim() === '') return undefined;
  if (code.doubt !== undefined) return plainFence(code, 'text', code.doubt);
  const prompt = sessionPrompt(code.text, declared);
  if (prompt !== undefined) {
    const meta = prompt === '' ? '' : `prompt="${prompt}"`;
    return asSession(code, meta) ?? plainFence(code, 'text', doubtOf(code, 'console', meta));
  }
  const language =
    declared === undefined || declared === 'text' || declared === 'console'
      ? guessedLanguage(code.text)
      : declared;
  if (SHELLS.has(language) && language !== 'fish') {
    return asScript(code, language) ?? plainFence(code, 'text', doubtOf(code, language, ''));
  }
  const doubt =
    language === 'text' && mayBeCommands(code.text)
      ? declared === 'console'
        ? NO_PROMPT
        : MAY_BE_COMMANDS
      : undefined;
  return plainFence(code, language, doubt);
}

const NO_PROMPT =
  'no line of this session has a prompt: `console` with `$ ` or `# ` before each command, or `bash` if all of it is commands';
const MAY_BE_COMMANDS =
  'are these commands? `console` with prompts if there is output, `bash` if all of it is commands';

/**
 * The prompt to declare for a text that begins with one; empty for a shell's. Undefined if it doesn't begin with a
 * prompt.
 */
function sessionPrompt(text: string, declared: string | undefined): string | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0]!;
  const interpreter = interpreterPrompt(text, first);
  if (interpreter !== undefined && !declaresOther(declared, interpreter)) return interpreter;
  if (declaresOther(declared, '$ ')) return undefined;
  const prompts = lines.map((line) => matchPrompt(line, { prompts: [] }));
  const prompt = prompts[0];
  if (prompt === undefined) return declared === 'console' && prompts.some(Boolean) ? '' : undefined;
  if (declared === 'console') return '';
  const isRootSign = prompt.form === 'sigil' && prompt.root;
  return isRootSign && !isRootSession(lines, declared) ? undefined : '';
}

/**
 * Whether the declared language rules out a session. SQL and Python are often shown with their prompts, so they
 * don't.
 */
function declaresOther(declared: string | undefined, prompt: string): boolean {
  if (declared === undefined || declared === 'text' || declared === 'console' || SHELLS.has(declared))
    return false;
  return !(declared === 'sql' || declared === 'python') || /^[$#]/.test(prompt);
}

/**
 * `# ` begins a comment as often as a root prompt. In a session, a program follows every sign, and no line without a
 * sign begins with one.
 */
function isRootSession(lines: readonly string[], declared: string | undefined): boolean {
  const signed = lines.filter((line) => /^# \S/.test(line));
  const others = lines.filter((line) => !line.startsWith('# '));
  const isScript = declared !== undefined && SHELLS.has(declared) && others.length > 0;
  return (
    signed.every((line) => isSurelyCommand(line.slice(2))) && !others.some(beginsWithCommand) && !isScript
  );
}

/** A session that the block parser accepts. Its output stays as it was printed. */
function asSession(code: WrittenCode, meta: string): ImportedFence | undefined {
  const first = parse('console', meta, code.text).block;
  const output = outputLines(first);
  const { text, repairs } = repairCode(code.text, 'all', (line) => output.has(line));
  const found = withAnyOutput('console', joined(meta, titleMeta(code)), text);
  if (found.problems.length > 0) return undefined;
  return { ...found.fence, repairs, ...factsOf(found.block), todo: undefined };
}

function asScript(code: WrittenCode, language: string): ImportedFence | undefined {
  const { text, repairs } = repairCode(code.text, 'all');
  const meta = titleMeta(code);
  const { block, problems } = parse(language, meta, text);
  if (problems.length > 0) return undefined;
  return { language, meta, text, repairs, ...factsOf(block), todo: undefined };
}

function plainFence(code: WrittenCode, language: string, doubt: string | undefined): ImportedFence {
  const { text, repairs } = repairCode(
    code.text,
    language === 'text' && doubt === undefined ? 'damage' : 'typography',
  );
  const found = withAnyOutput(language, titleMeta(code), text);
  // Faults remain only if they are outside of the text, such as a title that isn't one; then the fence does without
  // them.
  const fence =
    found.problems.length > 0 ? { language: 'text', meta: 'prompt="none" output="any"', text } : found.fence;
  return { ...fence, repairs, hosts: [], hostless: false, commands: 0, todo: doubt };
}

/** Adds the keys that declare unusual characters, and text that only looks like a prompt, to be intended. */
function withAnyOutput(language: string, meta: string, text: string) {
  let found = { ...parse(language, meta, text), fence: { language, meta, text } };
  for (const [code, key] of [
    ['unsafe-character', 'output="any"'],
    ['misplaced-session', 'prompt="none"'],
  ]) {
    if (!found.problems.some((problem) => problem.code === code)) continue;
    const more = joined(found.fence.meta, key!);
    found = { ...parse(language, more, text), fence: { language, meta: more, text } };
  }
  return found;
}

/** The prompt of an interpreter (`mysql> `), if the text begins with one. */
function interpreterPrompt(text: string, first: string): string | undefined {
  if (!/[>#$:)❯➜➤λ]/u.test(first)) return undefined;
  const hint = parse('text', '', text).problems.find(({ code }) => code === 'misplaced-session')?.hint;
  const prompt = /^Begin the fence with ```console prompt="(.*)"$/m.exec(hint ?? '')?.[1];
  return prompt !== undefined && first.startsWith(prompt) ? prompt : undefined;
}

function parse(language: string, meta: string, text: string): { block: Block; problems: Problem[] } {
  return parseBlock({ language, meta, text, line: 2 });
}

/** The block parser's objection to a text, worded for its author. */
function doubtOf(code: WrittenCode, language: string, meta: string): string {
  const { text } = repairCode(code.text, language === 'console' ? 'typography' : 'all');
  const [problem] = parse(language, meta, text).problems;
  if (problem === undefined) return MAY_BE_COMMANDS;
  return `as \`${language}\` it would have a fault in line ${problem.line - 1}, ${problem.code}: ${problem.message}`;
}

function factsOf(block: Block): Pick<ImportedFence, 'hosts' | 'hostless' | 'commands'> {
  if (!('steps' in block)) return { hosts: [], hostless: false, commands: 0 };
  return {
    hosts: [...new Set(block.steps.flatMap(({ hosts }) => hosts))],
    hostless: block.steps.some(({ hosts }) => hosts.length === 0),
    commands: block.steps.length,
  };
}

/** The numbers, from 0, of the lines that a program printed. */
function outputLines(block: Block): Set<number> {
  if (block.kind !== 'session') return new Set();
  const lines = [...block.leading, ...block.steps.flatMap((step) => step.lines)];
  return new Set(
    lines.flatMap(([segment], index) =>
      segment?.role === 'output' || segment?.role === 'status' ? [index] : [],
    ),
  );
}

function guessedLanguage(text: string): string {
  const language = languageOfText(text);
  if (language !== undefined) return language;
  return isAllCommands(text) ? 'bash' : 'text';
}

/** Whether every line is a command; lines after a backslash belong to the command before. */
function isAllCommands(text: string): boolean {
  const lines = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  return lines.length > 0 && lines.every((line) => /^\S/.test(line) && beginsWithCommand(line));
}

function mayBeCommands(text: string): boolean {
  return text.split('\n').some((line) => {
    if (/^[$%#] /.test(line)) return isSurelyCommand(line.slice(2));
    return /^\S/.test(line) && beginsWithCommand(line) && /\S\s+\S/.test(line);
  });
}

/** `title="…"`, without the quotes that would end it early. */
function titleMeta({ title }: WrittenCode): string {
  const text =
    title
      ?.replace(/["\r\n`{}<>\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  return text === '' ? '' : `title="${text}"`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}
