import type { Step } from '../commands/block.ts';
import { inOtherShell } from '../commands/whereabouts.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';

/** One thing to do on a host, in the article's order. */
export type RunbookItem = { introduction: string } & (
  | {
      kind: 'step';
      step: Step;
      /** True if it is meant for a shell opened by an earlier step, so only a person at that shell can run it. */
      inOtherShell: boolean;
    }
  | { kind: 'listing'; file: string; append: boolean; text: string; essential: boolean }
  /** Something done on other hosts in between, and how it begins. */
  | { kind: 'elsewhere'; hosts: string[]; command: string }
);

/**
 * What an article says to do on one host. Items that name no host belong to the article's only host, or to none if it has
 * several.
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

/** The hosts declared by an article on which there is something to do. */
export function hostsWithWork(blocks: readonly ArticleBlock[], hosts: readonly string[]): string[] {
  return hosts.filter((host) =>
    hostRunbook(blocks, host, hosts.length === 1).some(({ kind }) => kind !== 'elsewhere'),
  );
}

/** The item itself on its own host, a mention on any other. */
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
