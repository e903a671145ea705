/** A program's arguments, with questions to ask about them. */
export interface Arguments {
  /** Words that aren't options. */
  operands: string[];
  /** The first of them, often a subcommand; empty if there is none. */
  verb: string;
  /** All of them, joined with spaces. */
  line: string;
  /**
   * Whether it has one of the options, separated by spaces: a letter for `-r` (also in `-rf`), a word for
   * `--recursive`, also with `=value`.
   */
  has: (options: string) => boolean;
  /** Whether these words follow each other. */
  hasWords: (words: string) => boolean;
}

/** Reads arguments as a shell passes them. */
export function readArguments(words: readonly string[]): Arguments {
  const options = words.filter((word) => word.length > 1 && word.startsWith('-'));
  const letters = new Set(
    options.filter((word) => !word.startsWith('--')).flatMap((word) => word.slice(1).split('')),
  );
  const names = new Set(options.map((word) => word.replace(/^--?/, '').replace(/=.*$/s, '')));
  const operands = words.filter((word) => word.length <= 1 || !word.startsWith('-'));
  const padded = ` ${words.join(' ')} `;
  return {
    operands,
    verb: operands[0] ?? '',
    line: operands.join(' '),
    has: (wanted) => wanted.split(' ').some((option) => (option.length === 1 ? letters : names).has(option)),
    hasWords: (wanted) => padded.includes(` ${wanted} `),
  };
}
