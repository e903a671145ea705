import type { ByHandReason, ListingBlock, OutputPattern, Step } from '../commands/block.ts';
import type { VerifyRule } from '../commands/verify-rule.ts';
import { shortDigest } from '../content/digest.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';

/** One thing an article says to do: run a command, or write a file. */
export type PlanItem = {
  /** Counted from 1 through the article; `--from` uses it. */
  number: number;
  /** Line in the article's file. */
  line: number;
  /** Its anchor on the page: `step-4k2m9ab`. */
  anchor: string;
  /** The machines it is for; empty if the article names none. */
  hosts: string[];
  /** The user who runs it; undefined if nothing says. */
  user: string | undefined;
  /** The sentence before it, or its block's title. */
  purpose: string;
  /** What a verification does differently for it. */
  rule: VerifyRule | undefined;
  /** What can do harm in it, one sentence each. */
  dangers: string[];
  /** Covers everything above: when this changes, it counts as a different item. */
  digest: string;
} & (CommandItem | ListingItem);

export interface CommandItem {
  kind: 'command';
  prompt: string;
  command: string;
  expected: OutputPattern[];
  /** Undefined if the article says nothing, which means 0. */
  exitStatus: number | undefined;
  /** Why no program can do it, in a few words; undefined if one can. */
  byHand: string | undefined;
  /** The program in it that prompts at the terminal. */
  asks: string | undefined;
}

export interface ListingItem {
  kind: 'listing';
  file: string;
  append: boolean;
  text: string;
}

/**
 * Lists an article's steps and listings in order.
 *
 * @param hosts the article's hosts; if there is only one, items that name no host are for that one
 */
export function articlePlan(blocks: readonly ArticleBlock[], hosts: readonly string[]): PlanItem[] {
  const only = hosts.length === 1 ? [hosts[0]!] : [];
  const onHosts = (named: string[]): string[] => (named.length > 0 ? named : only);
  return blocks
    .flatMap((article) => {
      const { block } = article;
      if (block.kind === 'listing') return [listingItem(article, block, onHosts(block.hosts))];
      return article.steps.map(({ step, anchor }) => commandItem(article, step, anchor, onHosts(step.hosts)));
    })
    .map((item, index) => ({ number: index + 1, ...item }));
}

type Unnumbered = PlanItem extends infer Item ? (Item extends unknown ? Omit<Item, 'number'> : never) : never;

function listingItem(article: ArticleBlock, block: ListingBlock, hosts: string[]): Unnumbered {
  const { file, append, text, line } = block;
  return {
    ...common(article),
    kind: 'listing',
    line,
    anchor: article.anchor,
    hosts,
    user: undefined,
    file,
    append,
    text,
    dangers: block.dangers.map(({ explanation }) => explanation),
    digest: digestOf('listing', hosts, file, append, text),
  };
}

function commandItem(article: ArticleBlock, step: Step, anchor: string, hosts: string[]): Unnumbered {
  const { prompt, command, expected, exitStatus, line, output } = step;
  const user = step.root ? 'root' : step.user;
  return {
    ...common(article),
    kind: 'command',
    line,
    anchor,
    hosts,
    user,
    prompt,
    command,
    expected,
    exitStatus,
    dangers: step.dangers.map(({ explanation }) => explanation),
    byHand: step.byHand && BY_HAND[step.byHand.reason](step.byHand.program),
    asks: step.readsTerminal?.program,
    digest: digestOf('command', hosts, user, command, output, exitStatus),
  };
}

/** Why a step has to be done by hand; completes a sentence that starts with “it”. */
const BY_HAND: Readonly<Record<ByHandReason, (program: string) => string>> = {
  'opens-shell': (program) => `opens another shell (${program})`,
  'opens-interpreter': (program) => `opens a prompt of its own (${program})`,
  'leaves-shell': (program) => `leaves the shell (${program})`,
  interpreter: (program) => `is typed at the ${program.trim()} prompt`,
  'never-ends': (program) => `does not stop by itself (${program})`,
  'stops-machine': (program) => `stops the machine (${program})`,
};

function common({ block, fence }: ArticleBlock): Pick<Unnumbered, 'purpose' | 'rule'> {
  return { purpose: block.meta.title ?? fence.introduction, rule: block.meta.verify };
}

function digestOf(...parts: unknown[]): string {
  return shortDigest(JSON.stringify(parts.map((part) => part ?? null)));
}
