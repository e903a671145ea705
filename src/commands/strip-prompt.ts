import { foreignPrompt } from './foreign-prompt.ts';
import { lacksBlank, matchPrompt } from './prompt.ts';

/**
 * A bare sign with a command directly after it, as people type it from memory: `$ls`. `$HOME` and `$remote_addr` are
 * variables, and `#include` alone isn't a command.
 */
const TOUCHING = /^(?:[$%](?=[a-z][a-z0-9.+-]+$)|[$%#](?=[a-z][a-z0-9.+-]+\s))/;

/** Removes the prompt from a line copied from a terminal: `[root@web1 ~]# yum update` → `yum update`. */
export function stripPrompt(line: string): string {
  const text = line.trim();
  const prompt =
    matchPrompt(text, { prompts: [] })?.prompt ??
    foreignPrompt(text) ??
    lacksBlank(text)?.prompt ??
    TOUCHING.exec(text)?.[0];
  return prompt === undefined ? text : text.slice(prompt.length).trim();
}
