import { words } from '../tables.ts';

/**
 * Programs that take free text as arguments, so prose after them proves nothing. `# echo this is the text` · `# wall
 * we go down now`
 */
export const SAYING_PROGRAMS = words(`
  echo printf print say espeak wall write logger notify-send figlet banner toilet cowsay alias git hg svn gh mail mutt
`);
