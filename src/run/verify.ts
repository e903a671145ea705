import { setTimeout } from 'node:timers/promises';
import type { PlanItem } from '../articles/plan.ts';
import type { Outcome } from '../content/schemas/verification.ts';
import { Executor, failureText, type Done, type Hosts } from './execute.ts';
import { filled, type Values } from './values.ts';

/** The outcome of an item on all its hosts. */
export interface VerifiedItem {
  item: PlanItem;
  outcome: Outcome;
  /** Undefined if it was not run. */
  seconds: number | undefined;
  /** Why it was skipped or failed, in a sentence. */
  reason: string | undefined;
  /** What each host printed. */
  done: Done[];
}

/** Milliseconds between two attempts, if the fence says to wait. */
const BETWEEN_ATTEMPTS = 500;

/** The options of a verification. */
export interface VerifyOptions {
  hosts: Hosts;
  values: Values;
  /** Seconds that an item may take, unless its fence says to wait longer. */
  timeout: number;
  signal: AbortSignal;
  /** Called for each item when its outcome is known. */
  onItem: (verified: VerifiedItem) => void;
}

/**
 * Runs every item of a plan on its hosts, in order; an item for several hosts runs on all of them at once. Stops
 * after the first failure.
 *
 * @throws the signal's reason if it is aborted
 */
export async function verifyPlan(plan: readonly PlanItem[], options: VerifyOptions): Promise<VerifiedItem[]> {
  const executor = new Executor(options.hosts);
  const done: VerifiedItem[] = [];
  try {
    for (const item of plan) {
      const failed = done.some(({ outcome }) => outcome === 'failed');
      const verified = failed ? notRun(item) : await verifyItem(item, executor, options);
      done.push(verified);
      options.onItem(verified);
    }
  } finally {
    executor.close();
  }
  return done;
}

async function verifyItem(item: PlanItem, executor: Executor, options: VerifyOptions): Promise<VerifiedItem> {
  const reason = reasonToSkip(item);
  if (reason !== undefined) return { ...notRun(item), outcome: 'skipped', reason };
  const start = performance.now();
  const done = await Promise.all(item.hosts.map((host) => onHost(item, host, executor, options)));
  const seconds = (performance.now() - start) / 1000;
  const failure = done.find((one) => one.failure !== undefined)?.failure;
  const outcome = failure === undefined ? 'passed' : 'failed';
  return { item, outcome, seconds, reason: failure && failureText(failure), done };
}

function notRun(item: PlanItem): VerifiedItem {
  return { item, outcome: 'not-run', seconds: undefined, reason: undefined, done: [] };
}

function reasonToSkip(item: PlanItem): string | undefined {
  if (item.rule?.kind === 'skip') return item.rule.reason;
  return item.kind === 'command' ? item.byHand : undefined;
}

/** Runs it once or, if the fence says to wait, until it passes. */
async function onHost(
  item: PlanItem,
  host: string,
  executor: Executor,
  { values, timeout, signal }: VerifyOptions,
): Promise<Done> {
  const ready = filled(item, values);
  const wait = item.rule?.kind === 'wait' ? item.rule.seconds : 0;
  const start = performance.now();
  for (;;) {
    const done = await executor.run(ready, host, { timeout: Math.max(timeout, wait), signal });
    const waited = (performance.now() - start) / 1000;
    const hopeless = done.failure === undefined || done.failure.kind === 'timeout';
    if (hopeless || waited >= wait) return done;
    await setTimeout(BETWEEN_ATTEMPTS, undefined, { signal });
  }
}
