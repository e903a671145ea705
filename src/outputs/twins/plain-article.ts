import { talkName } from '../../articles/talks.ts';
import { proofText } from '../../articles/proof-text.ts';
import { computedTexts } from './computed-texts.ts';
import { plainTwin } from './plain-twin.ts';
import type { Article } from '../../articles/articles.ts';
import { absolute, site, t } from '../../articles/site.ts';

/**
 * An article as Markdown, for `curl` and for tools: what it is, the text with its fences as written, where it is from.
 *
 * @param html what Astro made of a text that computes something
 */
export function plainArticle(article: Article, mdx: string, html?: string): string {
  const place = { path: article.path, file: article.file, href: absolute };
  const computed = html === undefined ? undefined : computedTexts(html, article.outline.blocks, place);
  const text = plainTwin(mdx, place, t, computed);
  return (
    [`# ${article.title}`, article.description, facts(article), text, attribution(article)]
      .filter(Boolean)
      .join('\n\n') + '\n'
  );
}

function facts({ kind, tags, data, path, proof }: Article): string {
  const products = data.appliesTo.map(({ product, version, system }) =>
    [product, version, system && `${t.onSystem} ${system}`].filter(Boolean).join(' '),
  );
  const rows: [string, string][] = [
    [t.address, absolute(path)],
    [t.kindLabel, t.kind[kind]],
    [t.published, data.published.written],
    [t.updated, data.updated?.written ?? ''],
    [t.tags, tags.map(({ label }) => label).join(', ')],
    [t.writtenFor, products.join('; ')],
    [t.status, data.status === 'historical' ? t.historical : ''],
    [t.hosts, data.hosts.join(', ')],
    [t.proof, proof === undefined ? '' : proofText(proof, data.appliesTo, site.locale, t)],
    [
      t.placeholdersTitle,
      Object.entries(data.placeholders)
        .map(([name, { label, example }]) => `{{${name}}}: ${label}, ${t.example} ${example}`)
        .join('; '),
    ],
    ...kindFacts(data),
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n');
}

function kindFacts(data: Article['data']): [string, string][] {
  if (data.kind === 'benchmark')
    return [
      [t.testbed, data.testbed.join('; ')],
      [t.method, data.method.join('; ')],
    ];
  if (data.kind !== 'conference') return [];
  const talks = data.talks.map((talk) =>
    talk.speakers.length === 0 ? talkName(talk) : `${talkName(talk)} (${talk.speakers.join(', ')})`,
  );
  return [
    [t.event, [data.event.name, data.event.place, data.event.days.join(', ')].filter(Boolean).join(', ')],
    [t.talks, talks.join('; ')],
  ];
}

/** Where the text comes from and on what terms it may be used. */
export function attribution(article: Article): string {
  const { data, source } = article;
  const original = data.attribution;
  const lines = [];
  if (original !== undefined && source !== undefined) {
    const published = original.published.written;
    lines.push(
      `${t.relation[original.relation]} “${original.title}” ${t.by} ${source.author}, ${source.name}, ${published}: ${original.url}`,
    );
  }
  const licence = licenceOf(article);
  if (licence !== undefined)
    lines.push(`${licence === site.licence ? t.textLicence : `${t.licence}:`} ${named(licence)}`);
  return ['---', '', ...lines].join('\n');
}

/** The terms of an article's text: a reprint's are those of its source, whatever ours are, and unknown where that states none. */
export function licenceOf({ data, source }: Article): Licence | undefined {
  return data.attribution?.relation === 'reprint' ? source?.licence : site.licence;
}

interface Licence {
  name: string;
  url?: string | undefined;
}

/** `CC BY 4.0, https://creativecommons.org/licenses/by/4.0/` */
export function named({ name, url }: Licence): string {
  return url === undefined ? name : `${name}, ${url}`;
}
