import type { Block } from './block.ts';

const sessionLanguages = ['console', 'shell-session', 'shellsession'];

/** zsh is shown and searched as the others are, but its syntax is its own and not checked. */
const scriptLanguages = ['bash', 'sh', 'shell', 'zsh'];

/** Fence language, in any letter case → kind of block, as long as the fence names no file. */
export function kindOfLanguage(language: string): Exclude<Block['kind'], 'listing'> {
  const name = language.toLowerCase();
  if (sessionLanguages.includes(name)) return 'session';
  return scriptLanguages.includes(name) ? 'script' : 'code';
}

/** Whether a text in this language can be checked by the shell parser. */
export function isCheckedShell(language: string): boolean {
  const name = language.toLowerCase();
  return name !== 'zsh' && scriptLanguages.includes(name);
}
