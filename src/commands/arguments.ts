/** A program's arguments, asked by meaning. */
export interface Arguments {
  /** Words that are no options. */
  operands: string[];
  /** Whether an option is there: one letter for `-r` (also in `-rf`), a word for `--recursive`, also with `=value`. */
  has: (...options: string[]) => boolean;
  /** Whether these words stand in a row. */
  hasWords: (words: string) => boolean;
}

/** Arguments as a shell passes them → the same to be asked. */
export function readArguments(words: readonly string[]): Arguments {
  const options = words.filter((word) => word.length > 1 && word.startsWith('-'));
  const letters = new Set(
    options.filter((word) => !word.startsWith('--')).flatMap((word) => word.slice(1).split('')),
  );
  const names = new Set(options.map((word) => word.replace(/^--?/, '').replace(/=.*$/s, '')));
  const operands = words.filter((word) => word.length <= 1 || !word.startsWith('-'));
  const line = ` ${words.join(' ')} `;
  return {
    operands,
    has: (...wanted) => wanted.some((option) => (option.length === 1 ? letters : names).has(option)),
    hasWords: (wanted) => line.includes(` ${wanted} `),
  };
}
