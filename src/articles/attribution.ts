import { dayOf } from '../content/schemas/instant.ts';
import { formatDay } from '../i18n/date.ts';
import type { Article } from './articles.ts';
import type { Href } from './facts.ts';
import type { Phrase } from './phrase.ts';
import { site, t } from './site.ts';

/** The terms under which a text may be used. */
export interface Licence {
  name: string;
  url?: string | undefined;
}

/** `Notes on “Title” by Author, Publication, first published 28 May 2010`; empty for an article that draws on nothing. */
export function attributionPhrase({ data, source }: Article, href: Href): Phrase {
  const original = data.attribution;
  if (original === undefined || source === undefined) return [];
  const { relation, title, url, written } = original;
  return [
    { text: `${t.relation[relation]} ` },
    { text: title, href: url, cite: true, own: true },
    { text: ` ${t.by} ${source.author}, ` },
    { text: source.name, href: href(source.path) },
    { text: `, ${t.firstPublished} ` },
    { text: formatDay(dayOf(written), site.locale), time: written },
  ];
}

/** What the source says about its licence, and what it asks of people who reuse its text. */
export function termsOfSource({ data, source }: Article): Phrase[] {
  if (data.attribution === undefined || source === undefined) return [];
  const { licence, notice } = source;
  return [
    ...(licence === undefined
      ? []
      : [
          [
            { text: `${t.licenceOfSource}: ` },
            { text: licence.name, ...(licence.url !== undefined && { href: licence.url }) },
          ],
        ]),
    ...(notice === undefined ? [] : [[{ text: `${t.notice}: ${notice}` }]]),
  ];
}

/**
 * The licence of an article's text. A reprint keeps the terms of its source, whatever ours are; where the source states none,
 * they are unknown.
 */
export function licenceOf({ data, source }: Article): Licence | undefined {
  return data.attribution?.relation === 'reprint' ? source?.licence : site.licence;
}

/** `CC BY 4.0, https://creativecommons.org/licenses/by/4.0/` */
export function named({ name, url }: Licence): string {
  return url === undefined ? name : `${name}, ${url}`;
}
