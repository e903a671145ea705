import type { PlanItem } from '../articles/plan.ts';
import { compareOutput, type Difference } from './compare.ts';
import { writeText } from './listing.ts';
import { Shell, type Ran, type RunOptions, type ShellStart } from './shell.ts';

/** Hosts to run commands on. Each user has shells on each of them. */
export interface Hosts {
  /** How to start a user's shell on a host. */
  shell(host: string, user: string | undefined): ShellStart;
  /** The user for an item; undefined for the user who started us. */
  userOf(item: PlanItem): string | undefined;
}

/** How an item differs from the article. */
export type Failure =
  | { kind: 'status'; expected: number; found: number }
  | { kind: 'difference'; difference: Difference }
  | { kind: 'timeout'; seconds: number };

/** The outcome of an item on one host. */
export interface Done {
  host: string;
  output: string;
  failure: Failure | undefined;
}

/** Keeps one shell for each user of each host, so that directory and variables last from step to step. */
export class Executor {
  readonly #hosts: Hosts;
  readonly #shells = new Map<string, Shell>();

  constructor(hosts: Hosts) {
    this.#hosts = hosts;
  }

  /** Runs an item, with its placeholders filled in, on one host; returns its output and failure, if any. */
  async run(item: PlanItem, host: string, options: RunOptions): Promise<Done> {
    const text = item.kind === 'listing' ? writeText(item) : item.command;
    const ran = await this.#shell(host, this.#hosts.userOf(item)).run(text, options);
    return { host, output: ran.output, failure: failureOf(item, ran, options) };
  }

  /** Runs a command that isn't from the article, as the item's user. */
  async ask(command: string, host: string, item: PlanItem, options: RunOptions): Promise<Ran> {
    return this.#shell(host, this.#hosts.userOf(item)).run(command, options);
  }

  /** Ends every shell. */
  close(): void {
    for (const shell of this.#shells.values()) shell.end();
  }

  #shell(host: string, user: string | undefined): Shell {
    const key = `${host} ${user ?? ''}`;
    const before = this.#shells.get(key);
    if (before?.alive === true) return before;
    const shell = new Shell(this.#hosts.shell(host, user));
    this.#shells.set(key, shell);
    return shell;
  }
}

function failureOf(item: PlanItem, { output, status }: Ran, options: RunOptions): Failure | undefined {
  if (status === undefined) return { kind: 'timeout', seconds: options.timeout ?? 0 };
  const expected = item.kind === 'command' ? (item.exitStatus ?? 0) : 0;
  if (status !== expected) return { kind: 'status', expected, found: status };
  // Output at the terminal was seen there, and couldn't be captured.
  if (item.kind === 'listing' || options.terminal === true) return undefined;
  const difference = compareOutput(item.expected, output);
  return difference && { kind: 'difference', difference };
}

/** Describes a failure in a sentence. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'timeout':
      return `Unexpected wait of more than ${failure.seconds} s, expected the command to end.`;
    case 'status':
      return `Unexpected exit status ${failure.found}, expected ${failure.expected}.`;
    case 'difference': {
      const { expected, found, line } = failure.difference;
      const quoted = (text: string | undefined, none: string): string =>
        text === undefined ? none : `\`${text}\``;
      return `Unexpected ${quoted(found, 'end of the output')} in line ${line} of the output, expected ${quoted(expected, 'its end')}.`;
    }
  }
}
