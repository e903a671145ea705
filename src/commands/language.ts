import type { Block } from './block.ts';

/** What prompts, commands and their output are called, here and by others: GitHub, Pygments, Rouge, Chroma, Prism, highlight.js. */
const sessionLanguages = [
  ...['console', 'terminal', 'session', 'shell-session', 'shellsession', 'shell_session', 'shell-console'],
  ...[
    'bash-session',
    'bash_session',
    'bash-console',
    'sh-session',
    'zsh-session',
    'ksh-session',
    'shell-terminal',
  ],
  ...['tty', 'term', 'cli-session', 'consolesession', 'bashsession', 'ssh-session'],
];

/** zsh is shown and searched as the others are, but its syntax is its own and not checked. */
const scriptLanguages = ['bash', 'sh', 'shell', 'zsh', 'shellscript', 'dash'];

/**
 * The first word of an info string → the language it means, in small letters: `Console{1,3}` → `console`, `{.bash}` → `bash`,
 * `language-ini` → `ini`. Lines to be highlighted, which others write so, are left out: no line here is marked.
 */
export function languageName(word: string): string {
  const name = word
    .toLowerCase()
    .replace(/(?<=.)\{[^{}]*\}?$|(?<=^(?!lang(?:uage)?:)[a-z][\w-]*)[:,][\w.,:-]*$/, '');
  return name.replace(/^\{?\.(?=[a-z])|\}$/g, '').replace(/^lang(?:uage)?[-:](?=\w)/, '');
}

/** Language → kind of block, as long as the fence names no file. */
export function kindOfLanguage(language: string): Exclude<Block['kind'], 'listing'> {
  const name = languageName(language);
  if (sessionLanguages.includes(name)) return 'session';
  return scriptLanguages.includes(name) ? 'script' : 'code';
}

/** Whether a text in this language can be checked by the shell parser. */
export function isCheckedShell(language: string): boolean {
  const name = languageName(language);
  return name !== 'zsh' && scriptLanguages.includes(name);
}
