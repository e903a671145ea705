import { parseArgs, type ParseArgsConfig } from 'node:util';
import { EXIT, exitWith, printAtOnce } from './exit.ts';
import { reportUnexpected } from './unexpected.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A command: the text of its `--help`, and its options. */
export interface CommandLine<T extends Options> {
  /** Printed by `--help`; begins with `Usage:`. */
  help: string;
  options: T;
  /** Whether it accepts arguments other than options. */
  positionals?: boolean;
}

/**
 * Parses the arguments; every command calls this first. From then on, internal errors exit with status 70. `--help` prints the
 * help and exits with 0; unknown options exit with 2.
 */
export function readArguments<const T extends Options>({
  help,
  options,
  positionals = false,
}: CommandLine<T>) {
  usage = help;
  printAtOnce();
  process.on('uncaughtException', reportUnexpected);
  try {
    const parsed = parseArgs({ options: { ...options, ...HELP }, allowPositionals: positionals });
    if (!('help' in parsed.values)) return parseArgs({ options, allowPositionals: positionals });
  } catch (error) {
    wrongUse((error as Error).message);
  }
  console.log(help);
  exitWith(EXIT.ok);
}

/** Ends a command that was called wrongly, with its help. */
export function wrongUse(message: string): never {
  console.error(`${message}\n\n${usage}`);
  exitWith(EXIT.usage);
}

let usage = '';

const HELP = { help: { type: 'boolean', short: 'h' } } as const;
