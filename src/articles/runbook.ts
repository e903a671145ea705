import type { Step } from '../commands/block.ts';
import { inOtherShell } from '../commands/whereabouts.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';

/** One thing to do on a host, in the article's order. */
export type RunbookItem = { introduction: string } & (
  | {
      kind: 'step';
      step: Step;
      /** It is meant for a shell that a step before it opened, so that nobody else can run it. */
      inOtherShell: boolean;
    }
  | { kind: 'listing'; file: string; append: boolean; text: string; essential: boolean }
  /** Something that is done on other hosts in between, and how it begins. */
  | { kind: 'elsewhere'; hosts: string[]; command: string }
);

/**
 * What an article says to do on one host. What is for no named host belongs to the host of an article that has only one, and to none
 * of several.
 *
 * @param isOnly whether the article has no other host
 */
export function hostRunbook(blocks: readonly ArticleBlock[], host: string, isOnly = false): RunbookItem[] {
  return blocks.flatMap((article) => {
    const { block, steps, fence } = article;
    const { introduction } = fence;
    if (block.kind === 'listing') {
      const { file, append, text, hosts } = block;
      const item = {
        kind: 'listing',
        file,
        append,
        text,
        essential: block.dangers.length > 0,
        introduction,
      } as const;
      return forHost(item, hosts, host, isOnly);
    }
    const elsewhere = inOtherShell(steps.map(({ step }) => step));
    return steps.flatMap(({ step }, index) => {
      const item = { kind: 'step', step, inOtherShell: elsewhere[index]!, introduction } as const;
      return forHost(item, step.hosts, host, isOnly);
    });
  });
}

/** The hosts, of those that an article declares, on which it has something to do. */
export function hostsWithWork(blocks: readonly ArticleBlock[], hosts: readonly string[]): string[] {
  return hosts.filter((host) =>
    hostRunbook(blocks, host, hosts.length === 1).some(({ kind }) => kind !== 'elsewhere'),
  );
}

/** The item itself on its own host, a mention on another. */
function forHost(item: RunbookItem, hosts: readonly string[], host: string, isOnly: boolean): RunbookItem[] {
  if (hosts.includes(host) || (hosts.length === 0 && isOnly)) return [item];
  if (hosts.length === 0 || item.kind === 'elsewhere') return [];
  const command = item.kind === 'step' ? item.step.command : item.file;
  return [
    {
      kind: 'elsewhere',
      hosts: [...hosts],
      introduction: item.introduction,
      command: command.split('\n', 1)[0]!,
    },
  ];
}
