import { z } from 'zod';
import { day } from './instant.ts';

/** The result of a step: `not-run` if an earlier one failed. */
export const OUTCOMES = ['passed', 'failed', 'skipped', 'not-run'] as const;

export type Outcome = (typeof OUTCOMES)[number];

const digest = z.string().regex(/^[0-9a-f]{16}$/, { error: '16 hexadecimal digits' });

const step = z.strictObject({
  /** Its first line, to make the record readable. */
  step: z.string().min(1),
  /** Covers all that the step says; if it changes, it counts as another step. */
  digest,
  outcome: z.enum(OUTCOMES),
  /** How long it took on all of its hosts together, in seconds; only for steps that ran. */
  seconds: z.number().nonnegative().optional(),
  /** Why it was skipped or failed. */
  reason: z.string().min(1).optional(),
});

/** The record of a run: `<article>.verification.yaml` next to the article, written by `npm run verify`. */
export const verification = z.strictObject({
  /** The day of the run, in UTC. */
  date: day,
  /** The system of the hosts, e.g. `Debian 12`. */
  system: z.string().min(1),
  /** Covers how the article sets up its hosts; if it changes, they count as other hosts. */
  recipe: digest,
  /** The versions of the packages installed from the recipe, by source package. */
  packages: z.array(z.strictObject({ package: z.string().min(1), version: z.string().min(1) })),
  /** All steps and listings, in the article's order. */
  steps: z.array(step).min(1),
});

export type Verification = z.output<typeof verification>;

/** One step of a record. */
export type VerifiedStep = Verification['steps'][number];
