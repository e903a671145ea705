import type { Block } from './block.ts';
import { foreignPrompt } from './foreign-prompt.ts';
import { promptKey } from './meta.ts';
import type { Place, Problem } from './problems.ts';
import { matchPrompt } from './prompt.ts';

/** Languages that may quote a whole fence with a session in it. */
const holdsFences = /^(?:md|mdx|markdown|mdc|text-md|rst|adoc|asciidoc)$/;

/** Reports prompts in a fence of another language or of none. `prompt="none"` says that they aren't prompts. */
export function misplacedSession(block: Block, at: Place): Problem[] {
  if (block.kind !== 'code' || holdsFences.test(block.language) || block.meta.prompts.includes('none'))
    return [];
  const lines = block.text.split('\n');
  const index = lines.findIndex((line) => promptIn(line) !== undefined);
  if (index === -1) return [];
  const prompt = promptIn(lines[index]!)!;
  const fence = block.language === '' ? 'a fence without a language' : `a \`${block.language}\` fence`;
  const message = `Unexpected prompt \`${prompt.text.trim()}\` in ${fence}, expected it in a session.`;
  const hint = `Begin the fence with \`\`\`${correctedInfo(block, prompt)}\nOr, if nothing in it is a command, declare that: prompt="none"`;
  return [{ code: 'misplaced-session', line: at.line + index, column: at.column, message, hint }];
}

interface FoundPrompt {
  text: string;
  foreign: boolean;
}

/** In too many languages, a bare `# `, `% ` or `> ` begins a comment or a quotation. */
function promptIn(line: string): FoundPrompt | undefined {
  const prompt = matchPrompt(line, { prompts: [] });
  if (prompt !== undefined && prompt.command !== '' && isTelling(prompt.form, line))
    return { text: prompt.prompt, foreign: false };
  const foreign = foreignPrompt(line);
  return foreign !== undefined && isTellingForeign(foreign) ? { text: foreign, foreign: true } : undefined;
}

function isTelling(form: string, line: string): boolean {
  if (form === 'named') return true;
  return form === 'sigil' && /^(?:\([\w.+-]+\) )?\$ [a-z./~({"']/i.test(line);
}

/** `a > b` and `Total> x` may be anything, but the sign of a known interpreter is unmistakable. */
function isTellingForeign(prompt: string): boolean {
  return !/^[A-Za-z]\w* > $|^[\w.-]+> $/.test(prompt) || isInterpreter(prompt);
}

/** Whether a prompt is that of a well-known interpreter, which a shell wouldn't read as a redirection. */
export function isInterpreter(prompt: string): boolean {
  return /^(?:mysql|mariadb|sqlite|psql|postgres|cqlsh|mongosh?|influx|SQL|hive|irb|scala|ghci|s?ftp|lftp|grub|telnet|smb: .*|redis|test|admin|gluster|lvm|virsh)> $/i.test(
    prompt,
  );
}

function correctedInfo({ meta }: Block, { text, foreign }: FoundPrompt): string {
  const title = meta.title === undefined ? '' : ` title="${meta.title}"`;
  return `console${title}${foreign ? ` ${promptKey(text)}` : ''}`;
}
