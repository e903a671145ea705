import type { ArticleBlock } from '../content/outline/article-blocks.ts';
import type { Outcome, Verification } from '../content/schemas/verification.ts';
import type { ArticleData } from '../content/schemas/article.ts';
import { articlePlan } from './plan.ts';
import { recipeDigest } from './recipe-digest.ts';

/** A run of an article's steps, compared with the steps it has today. */
export interface Proof {
  record: Verification;
  /** Each step's result by anchor; `changed` if the record has no step like it. */
  marks: Record<string, Mark>;
  /** How many of the article's steps passed and were skipped, and how many there are. */
  passed: number;
  skipped: number;
  total: number;
  /** Anchors and lines of the steps that have changed since. */
  changed: { anchor: string; line: number }[];
  /** Whether steps were changed, added, removed or reordered. */
  otherSteps: boolean;
  /** Whether the article now sets up its hosts differently. */
  otherHosts: boolean;
}

/** A step's result, or that it has changed since. */
export interface Mark {
  outcome: Outcome | 'changed';
  /** Why it was skipped or failed. */
  reason?: string | undefined;
}

/** Compares an article's blocks with its record; undefined if nobody has run it. */
export function proofOf(
  blocks: readonly ArticleBlock[],
  { hosts, sandbox }: Pick<ArticleData, 'hosts' | 'sandbox'>,
  record: Verification | undefined,
): Proof | undefined {
  if (record === undefined) return undefined;
  const plan = articlePlan(blocks, hosts);
  // The same command can occur twice, so each step of the record is matched only once.
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
