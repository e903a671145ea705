import type { ListingItem } from '../articles/plan.ts';
import { hereDocument, pathWord, quoted } from '../outputs/scripts/shell-text.ts';

/** Lines of a shell that write a listing into its file; what is appended begins on a line of its own. */
export function writeText({ file, append, text }: ListingItem): string {
  const path = pathWord(file);
  const newLine = `if [ -s ${path} ] && [ -n "$(tail -c 1 ${path})" ]; then echo >>${path}; fi\n`;
  return `${append ? newLine : ''}${hereDocument(`cat ${append ? '>>' : '>'}${path}`, '', text)}`;
}

/** Lines of a shell that show, as `diff` does, what writing it would change; nothing where it changes nothing. */
export function diffText({ file, append, text }: ListingItem): string {
  const path = pathWord(file);
  const show = `| diff --unified --label ${path} --label ${path} "$_opsnotes_before" - || true`;
  const after = hereDocument(append ? 'cat "$_opsnotes_before" -' : 'cat', '', text);
  const [command, ...rest] = after.split('\n');
  return `_opsnotes_before=$(mktemp)
if [ -e ${path} ]; then cat ${path} >"$_opsnotes_before"; fi
${command!} ${show}
${rest.join('\n')}
rm "$_opsnotes_before"`;
}

/** Lines of a shell that end with 0 where the file is as it should be: the listing, or something that has it in it. */
export function isWrittenText({ file, append, text }: ListingItem): string {
  const path = pathWord(file);
  const read = `${hereDocument('_opsnotes_text=$(cat', '', text)}\n)`;
  // Whole lines: `web1` is not there where only `web10` is.
  const pattern = append
    ? String.raw`*$'\n'"$_opsnotes_text"$'\n'*`
    : String.raw`$'\n'"$_opsnotes_text"$'\n'`;
  return String.raw`${read}
[ -e ${path} ] && [[ $'\n'$(cat ${path})$'\n' == ${pattern} ]]`;
}

/**
 * Lines of a shell that keep a copy of the file, if there is one, and print the copy's name. A copy that is there stays: it is
 * from before the first of several listings that go into one file.
 */
export function backupText({ file }: ListingItem, ending: string): string {
  const path = pathWord(file);
  const copy = `${path}${quoted(ending)}`;
  return `if [ -e ${path} ] && [ ! -e ${copy} ]; then cp --archive ${path} ${copy} && echo ${copy}; fi`;
}
