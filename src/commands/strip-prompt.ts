import { foreignPrompt } from './foreign-prompt.ts';
import { lacksBlank, matchPrompt } from './prompt.ts';

/**
 * A bare sign with a command directly after it, as people type it from memory: `$ls`. Variables are `$HOME` or `$remote_addr`, and
 * `#include` alone is none.
 */
const TOUCHING = /^(?:[$%](?=[a-z][a-z0-9.+-]+$)|[$%#](?=[a-z][a-z0-9.+-]+\s))/;

/** A line as somebody copied it from a terminal → the command alone: `[root@web1 ~]# yum update` → `yum update`. */
export function stripPrompt(line: string): string {
  const text = line.trim();
  const prompt =
    matchPrompt(text, { prompts: [] })?.prompt ??
    foreignPrompt(text) ??
    lacksBlank(text)?.prompt ??
    TOUCHING.exec(text)?.[0];
  return prompt === undefined ? text : text.slice(prompt.length).trim();
}
