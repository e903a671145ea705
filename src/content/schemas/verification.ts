import { z } from 'zod';
import { day } from './instant.ts';

/** What became of a step: `not-run` because one before it failed. */
export const OUTCOMES = ['passed', 'failed', 'skipped', 'not-run'] as const;

export type Outcome = (typeof OUTCOMES)[number];

const digest = z.string().regex(/^[0-9a-f]{16}$/, { error: '16 hexadecimal digits' });

const step = z.strictObject({
  /** Its first line, so that a person can read the record. */
  step: z.string().min(1),
  /** Of all that the step says; with another one it is another step. */
  digest,
  outcome: z.enum(OUTCOMES),
  /** How long it took, on all of its hosts together, in seconds; of those that were run. */
  seconds: z.number().nonnegative().optional(),
  /** Why it was skipped or failed. */
  reason: z.string().min(1).optional(),
});

/** That an article's steps were run: `<article>.verification.yaml` beside the article, written by `npm run verify`. */
export const verification = z.strictObject({
  /** The day, in UTC. */
  date: day,
  /** The system of the hosts, e.g. `Debian 12`. */
  system: z.string().min(1),
  /** Of what the article says the hosts are made of; with another one they are other hosts. */
  recipe: digest,
  /** What was installed of the packages that the recipe names, by source package. */
  packages: z.array(z.strictObject({ package: z.string().min(1), version: z.string().min(1) })),
  /** Every step and listing, in the article's order. */
  steps: z.array(step).min(1),
});

export type Verification = z.output<typeof verification>;

/** One step of a record. */
export type VerifiedStep = Verification['steps'][number];
