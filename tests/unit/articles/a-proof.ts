import { articlePlan } from '../../../src/articles/plan.ts';
import { proofOf as proofOfBlocks, type Proof } from '../../../src/articles/proof.ts';
import { outline } from '../../../src/content/outline/outline.ts';
import { recipeDigest } from '../../../src/articles/recipe-digest.ts';
import { sandbox, type Sandbox } from '../../../src/content/schemas/sandbox.ts';
import type { Verification, VerifiedStep } from '../../../src/content/schemas/verification.ts';

/** How the hosts of its text are set up. */
export const SANDBOX = sandbox.parse({
  distribution: 'debian-12',
  packages: ['nginx', 'curl'],
  values: { a: 'b' },
});

/** A record of a text in which every step had the same result. */
export function aRecord(mdx: string, result: Partial<VerifiedStep> = {}): Verification {
  const steps = articlePlan(outline(mdx).blocks, ['a']).map(({ digest }) => ({
    step: 'a step',
    digest,
    outcome: 'passed' as const,
    ...result,
  }));
  return { date: '2026-11-28', system: 'Debian 12', recipe: recipeDigest(SANDBOX), packages: [], steps };
}

/** The proof of a text that was run in an earlier version. */
export function proofOf(
  before: string,
  now: string,
  result: Partial<VerifiedStep> = {},
  recipe: Sandbox | undefined = SANDBOX,
): Proof | undefined {
  return proofOfBlocks(outline(now).blocks, { hosts: ['a'], sandbox: recipe }, aRecord(before, result));
}

/** The results of its steps in order. */
export function proofMarks(before: string, now: string): string[] {
  return Object.values(proofOf(before, now)!.marks).map(({ outcome }) => outcome);
}
