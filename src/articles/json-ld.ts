import type { Article } from './articles.ts';
import { licenceOf } from './attribution.ts';
import { cardPath } from './paths.ts';
import { proofText } from './proof-text.ts';
import { absolute, site, t } from './site.ts';

/**
 * Describes an article as schema.org data: who wrote it, what it is based on, which event or procedure it covers. What is undefined
 * is left out of JSON.
 */
export function articleJsonLd(article: Article): object {
  const original = originalWork(article);
  const relation = article.data.attribution?.relation;
  const own = {
    '@type': 'Person',
    name: site.author.name,
    url: site.author.url,
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: article.title,
    description: article.description,
    url: absolute(article.path),
    inLanguage: article.lang,
    datePublished: article.published.toISOString(),
    dateModified: (article.updated ?? article.published).toISOString(),
    image: site.cards ? absolute(cardPath(article.slug)) : undefined,
    license: licenceOf(article)?.url,
    keywords: article.tags.map((tag) => tag.label),
    author: relation === 'reprint' ? (original?.author ?? own) : own,
    publisher: { '@type': 'Organization', name: site.title, url: absolute('/') },
    isBasedOn: original,
    translationOfWork: relation === 'translation' ? original : undefined,
    about: event(article),
    mainEntity: howTo(article),
    review: review(article),
  };
}

/** A conference becomes an Event only if its dates are known, because schema.org requires a start date. */
function event({ data }: Article): object | undefined {
  if (data.kind !== 'conference' || data.event.days.length === 0) return undefined;
  const { name, place, days } = data.event;
  const sorted = days.toSorted();
  return {
    '@type': 'Event',
    name,
    startDate: sorted[0],
    endDate: sorted.at(-1),
    location: place && { '@type': 'Place', name: place, address: place },
  };
}

/**
 * A guide's steps: its headings that have commands below them. Only for guides that apply to today's systems and have several
 * steps; nothing else counts as a how-to.
 */
function howTo({ data, outline, title, path }: Article): object | undefined {
  if (data.kind !== 'guide' || data.status === 'historical') return undefined;
  const headings = new Set(outline.blocks.flatMap(({ fence }) => fence.heading ?? []));
  const step = [...headings].map(({ text, id }) => ({
    '@type': 'HowToStep',
    name: text,
    url: `${absolute(path)}#${id}`,
  }));
  return step.length < 2 ? undefined : { '@type': 'HowTo', name: title, step };
}

/** A record that the steps were run, as a Review: the closest that schema.org comes to somebody having tried a text. */
function review({ proof, data }: Article): object | undefined {
  if (proof === undefined) return undefined;
  return {
    '@type': 'Review',
    reviewAspect: t.proofAspect,
    datePublished: proof.record.date,
    reviewBody: proofText(proof, data.appliesTo, site.locale, t),
    author: { '@type': 'Person', name: site.author.name },
  };
}

function originalWork({ data, source }: Article) {
  const { attribution } = data;
  if (attribution === undefined || source === undefined) return undefined;
  return {
    '@type': 'CreativeWork',
    name: attribution.title,
    url: attribution.url,
    datePublished: attribution.published.toISOString(),
    author: { '@type': 'Person', name: source.author },
    isPartOf: { '@type': 'WebSite', name: source.name, url: source.url },
    license: source.licence?.url,
  };
}
