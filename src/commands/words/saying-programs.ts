import { words } from './words.ts';

/** Programs whose arguments are somebody's words: prose after them says nothing. `# echo this is the text` · `# wall we go down now` */
export const SAYING_PROGRAMS = words(`
  echo printf print say espeak wall write logger notify-send figlet banner toilet cowsay alias git hg svn gh mail mutt
`);
