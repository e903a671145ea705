/** How texts become terms. Index and query go through the same functions, so that what was indexed can be asked for. */

/** A term and how much it says about what it was taken from. */
export type Terms = Map<string, number>;

/** Quotes, brackets and separators around a chunk of a command: `"$HOME";` → `$HOME`. */
const WRAPPING = /^[\s'"`()[\]{}<>;,|&]+|[\s'"`()[\]{}<>;,|&]+$/g;

/** Only operators: `&&`, `|`, `2>&1` stay terms of their own. */
const OPERATOR = /^(?:\d*[|&<>;]+\d*&?\d*)$/;

const SHORT_OPTION = /^-[A-Za-z0-9]+$/;

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}_.'’-]*[\p{L}\p{N}])?/gu;

const PART = /[\p{L}\p{N}]+/gu;

/** What has more than one part, or ends otherwise than its part. */
const JOINED = /[^\p{L}\p{N}]/u;

/** Nothing longer is a term: base64 and keys would fill the index. */
const LONGEST_TERM = 64;

/**
 * A chunk of a command as one term: lower case, without what wraps it. Short options keep their case, for `-F` is not
 * `-f`. `"--Raid"` → `--raid`, `(-F` → `-F`, `&&` → `&&`.
 */
export function chunkTerm(chunk: string): string {
  if (OPERATOR.test(chunk)) return chunk;
  const bare = chunk.replace(WRAPPING, '');
  return (SHORT_OPTION.test(bare) ? bare : bare.toLowerCase()).slice(0, LONGEST_TERM);
}

/** A command's chunks, where blanks are: `tar -xzf a.tgz` → `tar`, `-xzf`, `a.tgz`. */
export function chunks(command: string): string[] {
  return command.split(/\s+/).filter((chunk) => chunk !== '');
}

/**
 * A command → its terms: each chunk whole; an option without its value and without its dashes; a path's last name; and
 * the parts of all of these. Programs weigh most.
 */
export function commandTerms(command: string, programs: readonly string[]): Terms {
  const terms: Terms = new Map();
  for (const chunk of chunks(command)) addChunk(terms, chunkTerm(chunk));
  for (const program of programs) {
    const name = program.toLowerCase();
    raise(terms, name, 3);
    for (const part of partsOf(name)) raise(terms, part, 1.6);
  }
  return terms;
}

function addChunk(terms: Terms, term: string): void {
  if (term === '') return;
  raise(terms, term, 1);
  const [name = '', value = ''] = term.split(/=(.*)/s);
  if (value !== '') {
    raise(terms, name, 0.9);
    raise(terms, value, 0.7);
  }
  if (name.startsWith('-')) raise(terms, name.replace(/^-+/, '').toLowerCase(), 0.7);
  const base = term.slice(term.lastIndexOf('/') + 1);
  if (base !== '' && base !== term) raise(terms, base, 0.8);
  for (const part of partsOf(term)) raise(terms, part.toLowerCase(), 0.5);
}

/** Prose → its words, each time that it stands there counting once, and the parts of what is joined by hyphens. */
export function wordTerms(text: string, weight = 1): Terms {
  const terms: Terms = new Map();
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    const term = word.slice(0, LONGEST_TERM);
    const known = terms.get(term);
    terms.set(term, (known ?? 0) + weight);
    if (known === undefined && JOINED.test(term))
      for (const part of partsOf(term)) raise(terms, part, weight * 0.6);
  }
  return terms;
}

/** What is left of a term without its punctuation: `glusterfs-volgen` → `glusterfs`, `volgen`. */
export function partsOf(term: string): string[] {
  return (term.match(PART) ?? []).filter((part) => part.length > 1);
}

/** Adds terms to others, weights summed. */
export function addTerms(terms: Terms, more: Terms): void {
  for (const [term, weight] of more) terms.set(term, (terms.get(term) ?? 0) + weight);
}

/** A term counts once for a chunk, by the most that it says. */
function raise(terms: Terms, term: string, weight: number): void {
  if (term !== '' && (terms.get(term) ?? 0) < weight) terms.set(term, weight);
}
