import type { PlanItem } from '../articles/plan.ts';
import { Executor, failureText, type Hosts } from './execute.ts';
import { backupText, diffText, isWrittenText } from './listing.ts';
import type { Person } from './person.ts';
import { firstLine } from './record.ts';
import { filled, type Values } from './values.ts';

/** What a run may do without asking. */
export interface Consent {
  /** Runs every step without asking, except those that can do harm. */
  yes: boolean;
  /** Runs those too. */
  yesDestroy: boolean;
}

/** The options of a run. */
export interface RunArticleOptions extends Consent {
  hosts: Hosts;
  values: Values;
  /** The hosts whose steps are run here; others are only mentioned. */
  here: readonly string[];
  /** The step to begin with. */
  from: number;
  person: Person;
  /** Whether there is a terminal for commands that ask something. */
  terminal: boolean;
  /** The suffix for the copy of a file before it is overwritten. */
  backupEnding: string;
  signal: AbortSignal;
}

/** How a run ended: with everything done, or before or at a step. */
export type RunEnd =
  | { kind: 'done'; skipped: number }
  | { kind: 'quit'; at: PlanItem }
  /** It needed an answer, and nobody was there. */
  | { kind: 'unasked'; at: PlanItem; why: string }
  | { kind: 'failed'; at: PlanItem; host: string; why: string };

/**
 * Runs an article's steps in order, each after it was shown and allowed, and compares their output. Ends at the first
 * difference from the article; the person can continue from there.
 *
 * @throws the signal's reason if it is aborted
 */
export async function runPlan(plan: readonly PlanItem[], options: RunArticleOptions): Promise<RunEnd> {
  const executor = new Executor(options.hosts);
  let skipped = 0;
  try {
    for (const [index, item] of plan.entries()) {
      if (item.number < options.from) continue;
      const here = item.hosts.filter((host) => options.here.includes(host));
      const end =
        here.length === 0
          ? await waitForOthers(item, plan[index - 1], options)
          : await doItem(filled(item, options.values), here, executor, options);
      if (end === 'skipped') skipped++;
      else if (end !== undefined) return end;
    }
    return { kind: 'done', skipped };
  } finally {
    executor.close();
  }
}

type ItemEnd = RunEnd | 'skipped' | undefined;

/** Asks about work on other hosts once for each group of steps. */
async function waitForOthers(
  item: PlanItem,
  before: PlanItem | undefined,
  { person, here, from }: RunArticleOptions,
): Promise<ItemEnd> {
  const others = item.hosts.join(', ') || 'a host that the article does not name';
  person.show(`\n${item.number}. on ${others}: ${firstLine(item)}`);
  const asked =
    before !== undefined && before.number >= from && !before.hosts.some((host) => here.includes(host));
  if (asked && before.hosts.join() === item.hosts.join()) return undefined;
  const answer = await person.choose(`Do this on ${others} first, and what follows there. Done?`, {
    y: 'yes',
    q: 'quit',
  });
  if (answer === undefined) return { kind: 'unasked', at: item, why: `it waits for ${others}` };
  return answer === 'q' ? { kind: 'quit', at: item } : undefined;
}

async function doItem(
  item: PlanItem,
  here: readonly string[],
  executor: Executor,
  options: RunArticleOptions,
): Promise<ItemEnd> {
  const { person } = options;
  person.show(`\n${heading(item, here)}`);
  if (item.kind === 'listing') {
    const changes = await showChanges(item, here, executor, options);
    if (!changes) return undefined;
  } else person.show(indented(item.command, item.prompt || '  '));
  const allowed = await allow(item, options);
  if (allowed === 'skipped' || allowed === undefined) return allowed ?? { kind: 'quit', at: item };
  if (typeof allowed === 'object' && 'why' in allowed) return allowed;
  for (const host of here) {
    const end = await onHost(allowed, host, executor, options);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** `3. web1, root: Install nginx` */
function heading({ number, user, purpose }: PlanItem, here: readonly string[]): string {
  const who = [here.join(', '), user].filter(Boolean).join(', ');
  return `${number}. ${who}${purpose === '' ? '' : `: ${purpose}`}`;
}

function indented(command: string, prompt: string): string {
  return prompt + command.replaceAll('\n', `\n${' '.repeat(Math.min(prompt.length, 4))}`);
}

/** Decides about an item: run it as it is or edited, skip it (`skipped`), or end here. */
async function allow(
  item: PlanItem,
  options: RunArticleOptions,
): Promise<PlanItem | 'skipped' | Extract<RunEnd, { kind: 'unasked' }> | undefined> {
  const { person, yes, yesDestroy } = options;
  const hand = reasonForHand(item, options);
  if (hand !== undefined) return byHand(item, hand, person);
  const { dangers } = item;
  for (const danger of dangers) person.warn(danger);
  if (yes && (dangers.length === 0 || yesDestroy)) return item;
  const choices =
    item.kind === 'listing'
      ? { r: 'write', s: 'skip', q: 'quit' }
      : { r: 'run', s: 'skip', e: 'edit', q: 'quit' };
  const answer = await person.choose(dangers.length === 0 ? 'Do it?' : 'It can hurt. Do it?', choices);
  if (answer === undefined) {
    const why =
      dangers.length === 0 ? 'nobody was there to ask' : 'it can hurt, and --yes-destroy was not given';
    return { kind: 'unasked', at: item, why };
  }
  if (answer === 's') return 'skipped';
  if (answer === 'q') return undefined;
  if (answer === 'r' || item.kind === 'listing') return item;
  const command = await person.edit(item.command);
  // There is no expected output for a command that the person has edited.
  return command === undefined ? undefined : { ...item, command, expected: [], exitStatus: undefined };
}

function reasonForHand(item: PlanItem, { terminal }: RunArticleOptions): string | undefined {
  if (item.kind === 'listing') return undefined;
  if (item.byHand !== undefined || item.asks === undefined || terminal) return item.byHand;
  return `asks something at the terminal (${item.asks})`;
}

async function byHand(
  item: PlanItem,
  why: string,
  person: Person,
): Promise<'skipped' | Extract<RunEnd, { kind: 'unasked' }> | undefined> {
  const answer = await person.choose(`No program can do this, because it ${why}. Do it by hand. Done?`, {
    y: 'yes',
    s: 'skip',
    q: 'quit',
  });
  if (answer === undefined) return { kind: 'unasked', at: item, why: `it ${why}` };
  return answer === 'q' ? undefined : 'skipped';
}

/** Shows what writing a file would change on each host; returns whether it would change anything. */
async function showChanges(
  item: PlanItem & { kind: 'listing' },
  here: readonly string[],
  executor: Executor,
  { person, signal }: RunArticleOptions,
): Promise<boolean> {
  let changes = false;
  for (const host of here) {
    const { status } = await executor.ask(isWrittenText(item), host, item, { signal });
    if (status === 0) {
      person.show(`${item.file} is already as it should be.`);
      continue;
    }
    changes = true;
    const { output } = await executor.ask(diffText(item), host, item, { signal });
    person.show(output.trimEnd());
  }
  return changes;
}

async function onHost(
  item: PlanItem,
  host: string,
  executor: Executor,
  options: RunArticleOptions,
): Promise<ItemEnd> {
  const { person, signal, backupEnding } = options;
  if (item.kind === 'listing') {
    const { output } = await executor.ask(backupText(item, backupEnding), host, item, { signal });
    if (output !== '') person.show(`Kept as ${output.trim()}`);
  }
  const terminal = item.kind === 'command' && item.asks !== undefined;
  if (item.kind === 'command' && item.hosts.length > 1 && options.here.length > 1) person.show(`${host}:`);
  const { failure } = await executor.run(item, host, {
    signal,
    terminal,
    onOutput: (text) => {
      person.hear(text);
    },
  });
  if (failure === undefined) return undefined;
  return { kind: 'failed', at: item, host, why: failureText(failure) };
}
