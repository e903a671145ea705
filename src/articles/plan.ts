import { createHash } from 'node:crypto';
import type { ByHandReason, ListingBlock, OutputPattern, Step } from '../commands/block.ts';
import type { VerifyRule } from '../commands/verify-rule.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';

/** One thing that an article says to do: a command, or a file to be written. */
export type PlanItem = {
  /** From 1, through the article: what `--from` counts. */
  number: number;
  /** Of the article's file. */
  line: number;
  /** Where it is on the page: `step-4k2m9ab`. */
  anchor: string;
  /** The machines it is for; empty where the article names none. */
  hosts: string[];
  /** Who does it; undefined where nothing says. */
  user: string | undefined;
  /** The sentence before it, or the title of its block. */
  purpose: string;
  /** What a verification does otherwise with it. */
  rule: VerifyRule | undefined;
  /** What can hurt in it, a sentence each. */
  dangers: string[];
  /** Of all that it says: what changes this makes another item of it. */
  digest: string;
} & (CommandItem | ListingItem);

export interface CommandItem {
  kind: 'command';
  prompt: string;
  command: string;
  expected: OutputPattern[];
  /** Undefined where the article says nothing: then 0 is meant. */
  exitStatus: number | undefined;
  /** Why no program can do it, in a few words; undefined where one can. */
  byHand: string | undefined;
  /** The program in it that asks something at the terminal. */
  asks: string | undefined;
}

export interface ListingItem {
  kind: 'listing';
  file: string;
  append: boolean;
  text: string;
}

/**
 * An article's steps and listings in order.
 *
 * @param hosts the article's; with a single one, what names no host is for that one
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

/** Why a step has to be done by hand, after “it”. */
const BY_HAND: Readonly<Record<ByHandReason, (program: string) => string>> = {
  'opens-shell': (program) => `opens another shell (${program})`,
  'opens-interpreter': (program) => `opens a prompt of its own (${program})`,
  'leaves-shell': (program) => `leaves the shell (${program})`,
  interpreter: (program) => `is typed at the prompt ${program.trim()}`,
  'never-ends': (program) => `never ends by itself (${program})`,
  'stops-machine': (program) => `stops the machine (${program})`,
};

function common({ block, fence }: ArticleBlock): Pick<Unnumbered, 'purpose' | 'rule'> {
  return { purpose: block.meta.title ?? fence.introduction, rule: block.meta.verify };
}

function digestOf(...parts: unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex')
    .slice(0, 16);
}
