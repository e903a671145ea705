import { stripPrompt } from '../../commands/strip-prompt.ts';
import { folded } from './folded.ts';

/** A parsed query. */
export interface Query {
  /** As typed, without prompt and `sudo`, with single spaces. */
  text: string;
  /**
   * Its chunks in the order typed, without duplicates and without surrounding quotes and full stops. Chunks of
   * punctuation only are left out.
   */
  chunks: Chunk[];
}

/** The text between two spaces. */
export interface Chunk {
  /** As typed. */
  text: string;
  /** As compared, in lower case. */
  folded: string;
  /** Whether it says little, like `the` in a question. */
  small: boolean;
}

/** Case only matters for short options: `-F` is not `-f`. */
export function isShortOption(chunk: string): boolean {
  return /^-[A-Za-z0-9]+$/.test(chunk);
}

/** Nobody types more, and a pasted file must not freeze the page. */
const LONGEST = 400;
const MOST_CHUNKS = 16;

/** A number from the shell's history: `  503  yum update`. */
const HISTORY_NUMBER = /^\d+\*? {2,}(?=\S)/;

const TIME = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?`;
const DAY =
  '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}';

/** When a line was written to a log: ISO 8601 and its relatives, syslog and Apache, klog, the kernel. */
const STAMP = new RegExp(
  [
    String.raw`^\[?\d{4}[-/]\d\d[-/]\d\d[T ]${TIME}(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?:? (?=\S)`,
    String.raw`^\[?${DAY}\d{1,2} ${TIME}(?: \d{4})?\]?:? (?=\S)`,
    String.raw`^[IWEF]\d{4} ${TIME} (?=\S)`,
    String.raw`^\[ *\d+\.\d{3,}\] (?=\S)`,
  ].join('|'),
  'i',
);

/** What stands at the beginning of such a line besides words: its level, numbers of processes and threads. */
const LOG_WORD =
  /^(?:[A-Z]|err(?:or)?|warn(?:ing)?|info|notice|debug|fatal|alert|crit(?:ical)?|emerg|trace|\*?\d+|\d+\.\d{3,}|\d+#\d+|pid=\d+|0x[\da-f]+)$/i;

/** How a shell says that there is no such program. */
const NO_COMMAND = /^-?(?:ba|da|z|k|c)?sh: .*not found/;
const SAID_BY_SHELL = new Set('bash -bash sh dash zsh ksh csh command not found'.split(' '));

const PRIVILEGE = /^(?:sudo|doas) (?:-[A-Za-z]+ )*(?=\S)/;

/** In the middle of a line too. */
const PRIVILEGES = new Set(['sudo', 'doas']);

/** How questions start. */
const QUESTION =
  /^(?:(?:how|where|what|why|when|which|who) (?:do|does|did|can|could|should|would|to|is|are|was|were)(?: (?:i|we|you|one))?|what|how|where|why|please|can(?: i|['’]?t)|cannot|i (?:want|need|have|tried|am trying)(?: to)?|is there|help me(?: to)?|как(?: мне)?|где|что|почему|зачем|чем) (?=\S)/i;

/** Characters around a word in a sentence or message, as in `sshd[812]:`, that aren't part of it in any command. */
const AROUND = /^["'`“”„«»‘’([{<]+|(?:\[\d+\])?["'`“”„«»‘’()\]}>:;,.?!…]*$/gu;

const SMALL = new Set(
  (
    'a an the of to in on for and or with by from its it is are was were be been as at into that this these those there your ' +
    'you my me i we our us will can not no has have had do does did if but в на и с по для из к о у от до за не при или это как'
  ).split(' '),
);

/** Words that are small only among others of a question or message: commands have them too. */
const SMALL_IN_QUESTION = new Set(
  (
    'which when where why how what who whether there then than so just only any some also still now after before ' +
    'but want need know see work works working anymore please help без после чтобы ли'
  ).split(' '),
);

/** `can't`, `doesn’t`, `wont` */
const DENIAL = /^(?:ca|wo|do|does|did|is|are|was|were|could|should|would|has|have)n['’]?t$/;

/** Parses what a reader typed or pasted. Control characters count as spaces, and a question loses its first words. */
export function parseQuery(typed: string): Query {
  const clean = typed
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trimStart()
    .replace(HISTORY_NUMBER, '')
    .replace(/\s+/g, ' ');
  const line = clean.replace(STAMP, '');
  const isLog = line !== clean;
  const command = stripPrompt(line).replace(PRIVILEGE, '').trim();
  const text = QUESTION.test(command) ? command.replace(QUESTION, '').replace(/\?$/, '') : command;
  const isQuestion = text !== command;
  const isShell = NO_COMMAND.test(text);
  const chunks = text
    .split(' ')
    .map((chunk) => chunk.replace(AROUND, ''))
    .filter((chunk) => /[\p{L}\p{N}]/u.test(chunk));
  const isSmall = (word: string): boolean =>
    ((isQuestion || chunks.length > 3) && (SMALL.has(word) || DENIAL.test(word))) ||
    (isQuestion && SMALL_IN_QUESTION.has(word)) ||
    (chunks.length > 1 && PRIVILEGES.has(word)) ||
    (isLog && LOG_WORD.test(word)) ||
    (isShell && SAID_BY_SHELL.has(word));
  return {
    text,
    chunks: [...new Set(chunks)].slice(0, MOST_CHUNKS).map((chunk) => ({
      text: chunk,
      folded: folded(chunk),
      small: isSmall(folded(chunk)),
    })),
  };
}
