import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Exit status: everything well, faults found, wrong use, our own error, not possible on this machine, stopped by Ctrl-C. */
export const EXIT = { ok: 0, faults: 1, usage: 2, ours: 70, impossible: 75, interrupted: 130 } as const;

type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the command line: what `--help` prints, and the options that it takes. */
export interface CommandLine<T extends Options> {
  /** Printed by `--help`; begins with `Usage:`. */
  help: string;
  options: T;
  /** Whether words that are no options may follow. */
  positionals?: boolean;
}

/** Reads the arguments. `--help` prints the help and ends the process well; what it doesn't know ends it with 2. */
export function readArguments<const T extends Options>({
  help,
  options,
  positionals = false,
}: CommandLine<T>) {
  try {
    const parsed = parseArgs({ options: { ...options, ...HELP }, allowPositionals: positionals });
    if (!('help' in parsed.values)) return parseArgs({ options, allowPositionals: positionals });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    process.exit(EXIT.usage);
  }
  console.log(help);
  process.exit(EXIT.ok);
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;
