import { chunks, chunkTerm } from './terms.ts';

/** What a reader typed, understood. */
export interface Query {
  /** As typed, without prompt and `sudo`, blanks made one. */
  text: string;
  /** Its chunks as terms, each once. */
  terms: string[];
  /** Whether the last chunk may be unfinished: nothing follows it. */
  unfinished: boolean;
  /** Whether it has a mark of a command: an option, a path, a variable, an operator. */
  commandLike: boolean;
}

/** Nobody types more; a pasted file must not stop the page. */
const LONGEST = 400;
const MOST_TERMS = 24;

/** `[root@web1 ~]# `, `user@host:/etc$ `, `# `, `$ ` at the beginning. */
const PROMPT = /^(?:\[[^\]\s]+(?: [^\]]*)?\][#$%] |[\w.-]+@[\w.-]+:\S*[#$%] |[#$%] )/;

/** A number in a shell's history: `  503  yum update`. */
const HISTORY_NUMBER = /^\d+\*? {2,}(?=\S)/;

const PRIVILEGE = /^(?:sudo|doas) (?:-[A-Za-z]+ )*(?=\S)/;

/** Options, paths, variables, assignments, operators, host:path: nobody writes prose with them. */
const COMMAND_MARK = /(?:^|\s)(?:--?[A-Za-z0-9]|[./~]*\/\S|\$\w|\w+=|[\w.-]+:\/)|[|&;<>]|\$\(|`/;

/** One chunk with a mark inside, such as `glusterfsd.vol` or `FOO=1`. */
const FILE_NAME = /^[\w-]+[._:=@][\w.:=@-]*\w$/;

/** What a reader typed or pasted → what is asked of the index. Control characters are blanks. */
export function parseQuery(typed: string): Query {
  const clean = typed
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trimStart();
  const bare = clean.replace(HISTORY_NUMBER, '').replace(PROMPT, '').replace(PRIVILEGE, '');
  const text = bare.replace(/\s+/g, ' ').trim();
  const terms = chunks(text)
    .map(chunkTerm)
    .filter((term) => term !== '');
  return {
    text,
    terms: [...new Set(terms)].slice(0, MOST_TERMS),
    unfinished: !/\s$/.test(clean),
    commandLike: COMMAND_MARK.test(text) || FILE_NAME.test(text),
  };
}
