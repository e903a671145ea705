import { attributionPhrase, licenceOf, named } from '../../articles/attribution.ts';
import { factsOf, writtenFor } from '../../articles/facts.ts';
import { phraseText } from '../../articles/phrase.ts';
import { proofText } from '../../articles/proof-text.ts';
import type { ComputedText } from './computed-texts.ts';
import { plainTwin } from './plain-twin.ts';
import type { Place } from '../../articles/addresses.ts';
import type { Article } from '../../articles/articles.ts';
import { absolute, site, t } from '../../articles/site.ts';

/**
 * An article as Markdown, for `curl` and other tools: what it is, the text with its fences as written, and where it is from.
 *
 * @param html what Astro made of a text that computes something
 */
export async function plainArticle(article: Article, mdx: string, html?: string): Promise<string> {
  const place = { path: article.path, file: article.file, href: absolute };
  const computed = html === undefined ? undefined : await computedIn(html, article, place);
  const text = plainTwin(mdx, place, t, computed);
  return (
    [`# ${article.title}`, article.description, facts(article), text, attribution(article)]
      .filter(Boolean)
      .join('\n\n') + '\n'
  );
}

/** What it needs is loaded only for texts that compute something. */
async function computedIn(
  html: string,
  { outline }: Article,
  place: Place,
): Promise<Map<number, ComputedText>> {
  const { computedTexts } = await import('./computed-texts.ts');
  return computedTexts(html, outline.blocks, place);
}

function facts(article: Article): string {
  const { kind, tags, data, path, proof } = article;
  const rows: [string, string][] = [
    [t.address, absolute(path)],
    [t.kindLabel, t.kind[kind]],
    [t.published, data.written.published],
    [t.updated, data.written.updated ?? ''],
    [t.tags, tags.map(({ label }) => label).join(', ')],
    [t.writtenFor, writtenFor(article)],
    [t.status, data.status === 'historical' ? t.historical : ''],
    [t.hosts, data.hosts.join(', ')],
    [t.proof, proof === undefined ? '' : proofText(proof, data.appliesTo, site.locale, t)],
    [
      t.placeholdersTitle,
      Object.entries(data.placeholders)
        .map(([name, { label, example }]) => `{{${name}}}: ${label}, ${t.example} ${example}`)
        .join('; '),
    ],
    ...factsOf(article, absolute).map(({ label, values }): [string, string] => [
      label,
      values.map(phraseText).join('; '),
    ]),
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n');
}

/** Where the text comes from, and the terms for reusing it. */
export function attribution(article: Article): string {
  const phrase = attributionPhrase(article, absolute);
  const lines = phrase.length === 0 ? [] : [`${phraseText(phrase)}: ${article.data.attribution!.url}`];
  const licence = licenceOf(article);
  if (licence !== undefined)
    lines.push(`${licence === site.licence ? t.textLicence : `${t.licence}:`} ${named(licence)}`);
  return ['---', '', ...lines].join('\n');
}
