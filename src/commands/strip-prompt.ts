import { foreignPrompt } from './foreign-prompt.ts';
import { matchPrompt } from './prompt.ts';

/** A line as somebody copied it from a terminal → the command alone: `[root@web1 ~]# yum update` → `yum update`. */
export function stripPrompt(line: string): string {
  const text = line.trim();
  const prompt = matchPrompt(text, { prompts: [] })?.prompt ?? foreignPrompt(text);
  return prompt === undefined ? text : text.slice(prompt.length).trim();
}
