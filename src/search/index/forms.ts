/**
 * Words that Pagefind wouldn't find by itself. It takes everything between two spaces as one word, without its
 * punctuation, and each run of letters in it as another. So `--raid-devices=2` is found by `--raid-devices` and
 * `raid`, but not by `raid-devices`, and nothing finds the address in `http://192.0.2.77:8080/`.
 */

/** Ends a value within a chunk: quotes, brackets, and whatever joins a name and its value. */
const BETWEEN_VALUES = /[\s"'`()<>{}[\]|;,=&?#!*$]+/u;

/** The start of a run of letters and digits after some punctuation. */
const RUN_START = /(?<=[^\p{L}\p{N}])[\p{L}\p{N}]/gu;

/** Pagefind has these already: runs of letters that it wouldn't split. */
const PLAIN_WORD = /^\p{L}\p{Ll}*$/u;

/** Most of a text: such a word has no other forms. */
const PLAIN_CHUNK = /^\p{L}\p{Ll}*[.:]?$/u;

/** Scripts without spaces between words: a word may start at any character. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu;

/** The longest word in such a script. */
const LONGEST_UNSPACED = 6;

/** Nobody searches for keys, checksums and base64. */
const LONGEST = 60;
const MOST_STARTS = 12;

/** The ends of a text's chunks that should find it too: `--raid-devices=2` → `raid-devices`, `devices`, `2`. */
export function formsOf(text: string): Set<string> {
  const forms = new Set<string>();
  for (const chunk of text.match(/\S+/gu) ?? []) {
    if (PLAIN_CHUNK.test(chunk)) continue;
    for (const value of chunk.split(BETWEEN_VALUES)) addForms(value, value !== chunk, forms);
  }
  for (const [run] of text.matchAll(UNSPACED))
    for (let at = 0; at < run.length - 1; at++) forms.add(run.slice(at, at + LONGEST_UNSPACED));
  return forms;
}

/** @param whole whether the value itself is a form, because it is only part of a chunk */
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

/** A chunk as Pagefind stores it: `/etc/fstab` → `etcfstab`. Hyphens stay, because we ask Pagefind to keep them. */
export function wordOf(chunk: string): string {
  return chunk.toLowerCase().replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '');
}
