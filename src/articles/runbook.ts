import type { Step } from '../commands/block.ts';
import type { ArticleBlock } from '../content/outline/article-blocks.ts';

/** One thing to do on a host, in the article's order. */
export type RunbookItem = { introduction: string } & (
  | { kind: 'step'; step: Step }
  | { kind: 'listing'; file: string; append: boolean; text: string }
  /** Something that is done on other hosts in between. */
  | { kind: 'elsewhere'; hosts: string[] }
);

/** What an article says to do on one host. */
export function hostRunbook(blocks: readonly ArticleBlock[], host: string): RunbookItem[] {
  return blocks.flatMap((article) => {
    const { block, steps } = article;
    const { introduction } = article.fence;
    if (block.kind === 'listing') {
      const item = {
        kind: 'listing',
        file: block.file,
        append: block.append,
        text: block.text,
        introduction,
      } as const;
      return forHost(item, block.hosts, host);
    }
    return steps.flatMap(({ step }) => forHost({ kind: 'step', step, introduction }, step.hosts, host));
  });
}

/** The hosts, of those that an article declares, on which it has something to do. */
export function hostsWithWork(blocks: readonly ArticleBlock[], hosts: readonly string[]): string[] {
  return hosts.filter((host) => hostRunbook(blocks, host).some(({ kind }) => kind !== 'elsewhere'));
}

/** The item itself on its own host, a mention on another; what is for no named host is nobody's. */
function forHost(item: RunbookItem, hosts: readonly string[], host: string): RunbookItem[] {
  if (hosts.includes(host)) return [item];
  return hosts.length === 0
    ? []
    : [{ kind: 'elsewhere', hosts: [...hosts], introduction: item.introduction }];
}
