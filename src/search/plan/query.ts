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
  /** As compared: short options keep their case, because `-F` is not `-f`. */
  folded: string;
  /** Whether it says little, like `the` in a question. */
  small: boolean;
}

/** Nobody types more, and a pasted file must not freeze the page. */
const LONGEST = 400;
const MOST_CHUNKS = 16;

/** A number from the shell's history: `  503  yum update`. */
const HISTORY_NUMBER = /^\d+\*? {2,}(?=\S)/;

const PRIVILEGE = /^(?:sudo|doas) (?:-[A-Za-z]+ )*(?=\S)/;

/** How questions start. */
const QUESTION =
  /^(?:(?:how|where|what|why|when|which) (?:do|does|can|could|should|would|to|is|are)(?: (?:i|we|you|one))?|what|how|where|why|please|can i|как(?: мне)?|где|что|почему|зачем|чем) (?=\S)/i;

/** Characters around a word in a sentence or message, as in `sshd[812]:`, that aren't part of it in any command. */
const AROUND = /^["'`“”„«»‘’([{<]+|(?:\[\d+\])?["'`“”„«»‘’)\]}>:;,.?!…]*$/gu;

const SMALL = new Set(
  (
    'a an the of to in on for and or with by from its it is are was were be been as at into that this these those there your ' +
    'you my me i we our us will can not no has have had do does did if but в на и с по для из к о у от до за не при или это как'
  ).split(' '),
);

/** Parses what a reader typed or pasted. Control characters count as spaces, and a question loses its first words. */
export function parseQuery(typed: string): Query {
  const clean = typed
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trimStart()
    .replace(HISTORY_NUMBER, '')
    .replace(/\s+/g, ' ');
  const command = stripPrompt(clean).replace(PRIVILEGE, '').trim();
  const text = QUESTION.test(command) ? command.replace(QUESTION, '').replace(/\?$/, '') : command;
  const isQuestion = text !== command;
  const chunks = text
    .split(' ')
    .map((chunk) => chunk.replace(AROUND, ''))
    .filter((chunk) => /[\p{L}\p{N}]/u.test(chunk));
  return {
    text,
    chunks: [...new Set(chunks)].slice(0, MOST_CHUNKS).map((chunk) => ({
      text: chunk,
      folded: folded(chunk),
      small: (isQuestion || chunks.length > 3) && SMALL.has(folded(chunk)),
    })),
  };
}
