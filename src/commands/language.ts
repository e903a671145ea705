import type { Block } from './block.ts';
import { words } from './tables.ts';

/**
 * Names for prompts with commands and output: ours, and those of GitHub, Pygments, Rouge, Chroma, Prism and
 * highlight.js.
 */
const sessionLanguages = words(`
  console terminal session shell-session shellsession shell_session shell-console bash-session bash_session
  bash-console sh-session zsh-session ksh-session shell-terminal tty term cli-session consolesession bashsession
  ssh-session
`);

/** zsh is shown and searched like the others, but has its own syntax, which isn't checked. */
const scriptLanguages = words('bash sh shell zsh shellscript dash');

/**
 * The language in the first word of an info string, in lower case: `Console{1,3}` → `console`, `{.bash}` → `bash`,
 * `language-ini` → `ini`. Other tools' line highlights are left out, because we don't highlight lines.
 */
export function languageName(word: string): string {
  const name = word
    .toLowerCase()
    .replace(/(?<=.)\{[^{}]*\}?$|(?<=^(?!lang(?:uage)?:)[a-z][\w-]*)[:,][\w.,:-]*$/, '');
  return name.replace(/^\{?\.(?=[a-z])|\}$/g, '').replace(/^lang(?:uage)?[-:](?=\w)/, '');
}

/** The kind of block for a language, unless the fence names a file. */
export function kindOfLanguage(language: string): Exclude<Block['kind'], 'listing'> {
  const name = languageName(language);
  if (sessionLanguages.has(name)) return 'session';
  return scriptLanguages.has(name) ? 'script' : 'code';
}

/** Whether the shell parser can check a text in this language. */
export function isCheckedShell(language: string): boolean {
  const name = languageName(language);
  return name !== 'zsh' && scriptLanguages.has(name);
}
