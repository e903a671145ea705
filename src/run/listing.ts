import type { ListingItem } from '../articles/plan.ts';
import { hereDocument, pathWord, quoted } from '../outputs/scripts/shell-text.ts';

/** Shell code that writes a listing to its file; appended text starts on a new line. */
export function writeText({ file, append, text }: ListingItem): string {
  const path = pathWord(file);
  const newLine = `if [ -s ${path} ] && [ -n "$(tail -c 1 ${path})" ]; then echo >>${path}; fi\n`;
  return `${append ? newLine : ''}${hereDocument(`cat ${append ? '>>' : '>'}${path}`, '', text)}`;
}

/** Shell code that shows, as `diff` does, what writing it would change; nothing if it changes nothing. */
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

/**
 * Shell code that ends with 0 if the file is as it should be: equal to the listing, or containing an appended one.
 */
export function isWrittenText({ file, append, text }: ListingItem): string {
  const path = pathWord(file);
  const read = `${hereDocument('_opsnotes_text=$(cat', '', text)}\n)`;
  // Compares whole lines: a file with `web10` doesn't contain `web1`.
  const pattern = append
    ? String.raw`*$'\n'"$_opsnotes_text"$'\n'*`
    : String.raw`$'\n'"$_opsnotes_text"$'\n'`;
  return String.raw`${read}
[ -e ${path} ] && [[ $'\n'$(cat ${path})$'\n' == ${pattern} ]]`;
}

/**
 * Shell code that keeps a copy of the file, if it exists, and prints the copy's name. An existing copy stays: it is
 * from before the first of several listings for the same file.
 */
export function backupText({ file }: ListingItem, ending: string): string {
  const path = pathWord(file);
  const copy = `${path}${quoted(ending)}`;
  return `if [ -e ${path} ] && [ ! -e ${copy} ]; then cp --archive ${path} ${copy} && echo ${copy}; fi`;
}
