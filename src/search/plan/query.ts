import { stripPrompt } from '../../commands/strip-prompt.ts';
import { folded } from './folded.ts';

/** What a reader typed, understood. */
export interface Query {
  /** As typed, without prompt and `sudo`, blanks made one. */
  text: string;
  /** Its chunks in the order typed, each once, without quotes and full stops around; those of punctuation only are left out. */
  chunks: Chunk[];
}

/** What stands between two blanks. */
export interface Chunk {
  /** As typed. */
  text: string;
  /** As compared: short options keep their case, for `-F` is not `-f`. */
  folded: string;
  /** Whether it says little: `the` in a question. */
  small: boolean;
}

/** Nobody types more; a pasted file must not stop the page. */
const LONGEST = 400;
const MOST_CHUNKS = 16;

/** A number in a shell's history: `  503  yum update`. */
const HISTORY_NUMBER = /^\d+\*? {2,}(?=\S)/;

const PRIVILEGE = /^(?:sudo|doas) (?:-[A-Za-z]+ )*(?=\S)/;

/** How questions begin. */
const QUESTION =
  /^(?:(?:how|where|what|why|when|which) (?:do|does|can|could|should|would|to|is|are)(?: (?:i|we|you|one))?|what|how|where|why|please|can i|как(?: мне)?|где|что|почему|зачем|чем) (?=\S)/i;

/** What stands around a word in a sentence or a message, as in `sshd[812]:`, and belongs to the word in no command. */
const AROUND = /^["'`“”„«»‘’([{<]+|(?:\[\d+\])?["'`“”„«»‘’)\]}>:;,.?!…]*$/gu;

const SMALL = new Set(
  (
    'a an the of to in on for and or with by from its it is are was were be been as at into that this these those there your ' +
    'you my me i we our us will can not no has have had do does did if but в на и с по для из к о у от до за не при или это как'
  ).split(' '),
);

/** What a reader typed or pasted → what is asked. Control characters are blanks; a question loses its first words. */
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
