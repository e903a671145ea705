/**
 * Words as Pagefind would not find them by itself. It takes what stands between two blanks as one word, without its
 * punctuation, and each run of letters in it as another. So `--raid-devices=2` is found by `--raid-devices` and `raid`, but
 * not by `raid-devices`, and the address in `http://192.0.2.77:8080/` by nothing.
 */

/** What ends a value within a chunk: quotes, brackets, and what joins a name and its value. */
const BETWEEN_VALUES = /[\s"'`()<>{}[\]|;,=&?#!*$]+/u;

/** The start of a run of letters and digits after some punctuation. */
const RUN_START = /(?<=[^\p{L}\p{N}])[\p{L}\p{N}]/gu;

/** Pagefind has these already: runs of letters, and nothing in them that it would split. */
const PLAIN_WORD = /^\p{L}\p{Ll}*$/u;

/** Writing without blanks between words: each place in it may be where somebody's word begins. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu;

/** Words of such writing are at most so long. */
const LONGEST_UNSPACED = 6;

/** Keys, checksums and base64 are looked for by nobody. */
const LONGEST = 60;
const MOST_STARTS = 12;

/** A text → the ends of its chunks by which it shall be found too: `--raid-devices=2` → `raid-devices`, `devices`, `2`. */
export function formsOf(text: string): Set<string> {
  const forms = new Set<string>();
  for (const chunk of text.match(/\S+/gu) ?? [])
    for (const value of chunk.split(BETWEEN_VALUES)) addForms(value, value !== chunk, forms);
  for (const [run] of text.matchAll(UNSPACED))
    for (let at = 0; at < run.length - 1; at++) forms.add(run.slice(at, at + LONGEST_UNSPACED));
  return forms;
}

/** @param whole whether the value itself is one of its forms, for it is not a whole chunk */
function addForms(value: string, whole: boolean, forms: Set<string>): void {
  if (value.length > LONGEST) return;
  if (whole) addForm(value, forms);
  const starts = [...value.matchAll(RUN_START)].slice(0, MOST_STARTS);
  for (const { index } of starts) addForm(value.slice(index), forms);
}

function addForm(form: string, forms: Set<string>): void {
  const word = wordOf(form);
  if (word.length > 1 && !PLAIN_WORD.test(form)) forms.add(word);
}

/** A chunk as Pagefind keeps it: `/etc/fstab` → `etcfstab`; hyphens stay, for it is told so. */
export function wordOf(chunk: string): string {
  return chunk.toLowerCase().replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '');
}
