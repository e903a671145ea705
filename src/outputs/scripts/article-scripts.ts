import { hostScript } from './host-script.ts';
import { hostRunbook, hostsWithWork } from '../../articles/runbook.ts';
import type { Article } from '../../articles/articles.ts';
import { attributionPhrase, licenceOf, named } from '../../articles/attribution.ts';
import { phraseText } from '../../articles/phrase.ts';
import { absolute, t } from '../../articles/site.ts';

/** The hosts on which an article has something to run. */
export function scriptedHosts({ outline, data }: Article): string[] {
  return hostsWithWork(outline.blocks, data.hosts);
}

/** The script of an article for one host. */
export function articleScript(article: Article, host: string): string {
  return hostScript({
    host,
    about: about(article, host),
    placeholders: Object.entries(article.data.placeholders).map(([name, placeholder]) => ({
      name,
      ...placeholder,
    })),
    items: hostRunbook(article.outline.blocks, host, article.data.hosts.length === 1),
  });
}

function about(article: Article, host: string): string[] {
  const { title, path, data, published, updated } = article;
  const licence = licenceOf(article);
  const phrase = attributionPhrase(article, absolute);
  const from = phrase.length === 0 ? undefined : `${phraseText(phrase)}: ${data.attribution!.url}`;
  return [
    `${title}: ${host}`,
    absolute(path),
    (updated ?? published).toISOString().slice(0, 10),
    ...(from === undefined ? [] : [from]),
    ...(licence === undefined ? [] : [`${t.licence}: ${named(licence)}`]),
  ];
}
