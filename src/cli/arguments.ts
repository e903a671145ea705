import { parseArgs, type ParseArgsConfig } from 'node:util';
import { EXIT } from './exit.ts';
import { reportUnexpected } from './unexpected.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the command line: what `--help` prints, and the options that it takes. */
export interface CommandLine<T extends Options> {
  /** Printed by `--help`; begins with `Usage:`. */
  help: string;
  options: T;
  /** Whether words that are no options may follow. */
  positionals?: boolean;
}

/** Reads the arguments, first of all in each command: from now on an error of ours ends with 70. `--help` prints the help and ends the process well; what it doesn't know ends it with 2. */
export function readArguments<const T extends Options>({
  help,
  options,
  positionals = false,
}: CommandLine<T>) {
  process.on('uncaughtException', reportUnexpected);
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
