import type { ArticleBlock } from '../content/outline/article-blocks.ts';
import type { Outcome, Verification } from '../content/schemas/verification.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import { articlePlan } from './plan.ts';
import { recipeDigest } from './recipe-digest.ts';

/** That an article's steps were run, held against the steps that it has today. */
export interface Proof {
  record: Verification;
  /** By anchor: what became of the step; `changed` where the record has none like it. */
  marks: Record<string, Mark>;
  /** How many of the article's steps passed, were skipped, and are there. */
  passed: number;
  skipped: number;
  total: number;
  /** Anchors and lines of the steps that have changed since. */
  changed: { anchor: string; line: number }[];
  /** Whether steps have changed, come, gone, or stand in another order. */
  otherSteps: boolean;
  /** Whether the article makes its hosts of something else now. */
  otherHosts: boolean;
}

/** A step's outcome, or that it has changed since. */
export interface Mark {
  outcome: Outcome | 'changed';
  /** Why it was skipped or failed. */
  reason?: string | undefined;
}

/** An article's blocks and its record → its proof; undefined where nobody has run it. */
export function proofOf(
  blocks: readonly ArticleBlock[],
  { hosts, sandbox }: Pick<ArticleData, 'hosts' | 'sandbox'>,
  record: Verification | undefined,
): Proof | undefined {
  if (record === undefined) return undefined;
  const plan = articlePlan(blocks, hosts);
  // The same command may stand there twice: each of the record's steps is used once.
  const left = [...record.steps];
  const marked = plan.map(({ digest, anchor, line }) => {
    const index = left.findIndex((step) => step.digest === digest);
    const [step] = index < 0 ? [] : left.splice(index, 1);
    const mark: Mark = { outcome: step?.outcome ?? 'changed', reason: step?.reason };
    return { anchor, line, mark };
  });
  const count = (outcome: Mark['outcome']): number =>
    marked.filter(({ mark }) => mark.outcome === outcome).length;
  const same =
    plan.length === record.steps.length &&
    plan.every(({ digest }, index) => record.steps[index]!.digest === digest);
  return {
    record,
    marks: Object.fromEntries(marked.map(({ anchor, mark }) => [anchor, mark])),
    passed: count('passed'),
    skipped: count('skipped'),
    total: plan.length,
    changed: marked
      .filter(({ mark }) => mark.outcome === 'changed')
      .map(({ anchor, line }) => ({ anchor, line })),
    otherSteps: !same,
    otherHosts: sandbox === undefined || recipeDigest(sandbox) !== record.recipe,
  };
}
