import { createInterface, type Interface } from 'node:readline/promises';
import { styleText } from 'node:util';

/** The person who runs an article's steps: sees what happens and answers questions. */
export interface Person {
  /** Whether somebody can be asked. */
  readonly present: boolean;
  show: (text: string) => void;
  warn: (text: string) => void;
  /** Shows a command's output as it arrives. */
  hear: (text: string) => void;
  /** The letter of the chosen answer; undefined if nobody can be asked. */
  choose: (question: string, choices: Readonly<Record<string, string>>) => Promise<string | undefined>;
  /** The edited text; undefined if nobody can be asked. */
  edit: (text: string) => Promise<string | undefined>;
}

/**
 * The person at this terminal.
 *
 * @param keep receives everything that is shown, asked and answered
 */
export function personAtTerminal(keep: (text: string) => void, signal: AbortSignal): Person {
  const present = process.stdin.isTTY && process.stdout.isTTY;
  const show = (text: string): void => {
    keep(`${text}\n`);
    console.log(text);
  };
  const hear = (text: string): void => {
    keep(text);
    process.stdout.write(text);
  };
  const ask = async (question: string, given = ''): Promise<string | undefined> => {
    // A new interface for each question, so that a command that asks at the terminal has it to itself.
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await answer(lines, question, given, signal);
    } finally {
      lines.close();
    }
  };
  return {
    present,
    show,
    hear,
    warn: (text) => {
      keep(`! ${text}\n`);
      console.log(styleText('red', `! ${text}`));
    },
    choose: async (question, choices) => {
      if (!present) return undefined;
      const letters = Object.keys(choices);
      const words = letters.map((letter) => `${letter} ${choices[letter]!}`).join(', ');
      for (;;) {
        const typed = (await ask(`${question} (${words}) `))?.trim().toLowerCase();
        if (typed === undefined) return undefined;
        const letter = letters.find((one) => typed === one || typed === choices[one]);
        keep(`${question} ${typed}\n`);
        if (letter !== undefined) return letter;
      }
    },
    edit: async (text) => {
      const edited = await ask('> ', text.replaceAll('\n', LINE_END));
      keep(`edited: ${edited ?? ''}\n`);
      return edited?.replaceAll(LINE_END, '\n');
    },
  };
}

/** Replaces line ends, because only one line can be edited. */
const LINE_END = '⏎';

/** Ctrl-C at a question stops the run as it does anywhere else; after Ctrl-D nobody can be asked. */
async function answer(
  lines: Interface,
  question: string,
  given: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const closed = new Promise<undefined>((resolve) => {
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    lines.on('close', () => {
      resolve(undefined);
    });
  });
  const typed = lines.question(question, { signal });
  lines.write(given);
  return Promise.race([typed, closed]);
}
