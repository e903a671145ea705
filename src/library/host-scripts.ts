import { articleBlocks } from '../markdown/article-blocks.ts';
import { hostScript } from '../runbook/host-script.ts';
import { hostRunbook } from '../runbook/runbook.ts';
import type { Article } from './articles.ts';
import { absolute, site, t } from './site.ts';

/** The hosts for which an article has something to run. */
export function scriptedHosts(article: Article): string[] {
  const blocks = articleBlocks(article.outline);
  return article.data.hosts.filter((host) =>
    hostRunbook(blocks, host).some((item) => item.kind !== 'elsewhere'),
  );
}

/** The script of one host of an article. */
export function articleScript(article: Article, host: string): string {
  return hostScript({
    host,
    about: about(article, host),
    placeholders: Object.entries(article.data.placeholders).map(([name, placeholder]) => ({
      name,
      ...placeholder,
    })),
    items: hostRunbook(articleBlocks(article.outline), host),
  });
}

function about({ title, path, data, source, published, updated }: Article, host: string): string[] {
  const original = data.attribution;
  const from =
    original &&
    source &&
    `${t.relation[original.relation]} "${original.title}" ${t.by} ${source.author}: ${original.url}`;
  return [
    `${title}: ${host}`,
    absolute(path),
    (updated ?? published).toISOString().slice(0, 10),
    ...(from === undefined ? [] : [from]),
    `${t.licence}: ${site.licence.name}, ${site.licence.url}`,
  ];
}
