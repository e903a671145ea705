import { analyseInterpreter, analyseScript, analyseShell } from './analysis.ts';
import type { Line, Step } from './block.ts';
import { withoutLineEnd } from './copy.ts';
import type { Meta } from './meta.ts';
import { checkOutput, parseOutput } from './output.ts';
import type { Place, Problem } from './problems.ts';
import type { RawStep } from './session.ts';

/**
 * Completes a raw step of a session.
 *
 * @param at the block's first place in the file
 */
export function toStep(raw: RawStep, meta: Meta, at: Place): { step: Step; problems: Problem[] } {
  const { prompt, output } = raw;
  const line = at.line + raw.index;
  const placed = raw.command.map((text, index) => {
    return { text, line: line + index, column: at.column + raw.offsets[index]! };
  });
  const { problems, ...found } = prompt.shell
    ? analyseShell(placed)
    : analyseInterpreter(placed, prompt.prompt.trim());
  const expected = parseOutput(output);
  const user = prompt.user ?? meta.user;
  const step: Step = {
    hosts: prompt.host === undefined ? meta.hosts : [prompt.host],
    user,
    root: prompt.root || user === 'root',
    prompt: prompt.prompt,
    command: withoutLineEnd(raw.command.join('\n')),
    output: output.join('\n'),
    expected,
    exitStatus: raw.exitStatus,
    line,
    shell: prompt.shell,
    ...found,
    lines: raw.lines,
  };
  const outputLine = line + raw.command.length;
  return { step, problems: [...problems, ...checkOutput(expected, outputLine, at.column)] };
}

/** Turns a whole script into its only step. */
export function toScriptStep(
  text: string,
  meta: Meta,
  at: Place,
  checked: boolean,
): { step: Step; problems: Problem[] } {
  const texts = text.split('\n');
  const lines = texts.map((line): Line => [{ role: 'command', text: line }]);
  const placed = texts.map((line, index) => ({ text: line, line: at.line + index, column: at.column }));
  const { problems, ...found } = analyseScript(placed, checked);
  const step: Step = {
    hosts: meta.hosts,
    user: meta.user,
    root: meta.user === 'root',
    prompt: '',
    command: withoutLineEnd(text),
    output: '',
    expected: [],
    exitStatus: undefined,
    line: at.line,
    shell: true,
    ...found,
    lines,
  };
  return { step, problems };
}
