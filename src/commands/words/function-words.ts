import { words } from '../tables.ts';

/**
 * Words that sentences need and that aren't plain arguments of any command, so one of them is enough: `# kill it` ·
 * `# make sure the disk is empty` · `# which one do you want`.
 */
export const STRONG_FUNCTION_WORDS = words(`
  the this that these those your you we our us it its it's it’s he she they them their i i'm i’m
  is are was were be been am will would can could should must won't don't doesn't isn't
  if when where while which who whose because although before after until unless since only just also there here so
  has had have does did being always never often should anymore whether
  sure something nothing anything everything everyone
`);

/**
 * Words that sentences have, but commands too (`route add default via x`, `service x on`). They only suggest prose
 * between plain words, and not as the last one. `# repeat for sdb` · `# same on web2`
 */
export const WEAK_FUNCTION_WORDS = words(`
  a an and or for with without from to as by at of in on into onto than then about between instead not both all
`);
