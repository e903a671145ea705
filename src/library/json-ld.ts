import type { Article } from './articles.ts';
import { absolute, site } from './site.ts';

/** An article as schema.org data: who wrote what is here, and what it is based on. */
export function articleJsonLd(article: Article): object {
  const original = originalWork(article);
  const relation = article.data.attribution?.relation;
  const own = {
    '@type': 'Person',
    name: site.author.name,
    ...(site.author.url !== undefined && { url: site.author.url }),
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
    keywords: article.tags.map((tag) => tag.label),
    author: relation === 'reprint' ? (original?.author ?? own) : own,
    publisher: { '@type': 'Organization', name: site.title, url: absolute('/') },
    ...(original !== undefined && { isBasedOn: original }),
    ...(relation === 'translation' && { translationOfWork: original }),
  };
}

interface OriginalWork {
  '@type': 'CreativeWork';
  name: string;
  url: string;
  datePublished: string;
  author: { '@type': 'Person'; name: string };
  isPartOf: { '@type': 'WebSite'; name: string; url: string };
  license?: string;
}

function originalWork({ data, source }: Article): OriginalWork | undefined {
  const { attribution } = data;
  if (attribution === undefined || source === undefined) return undefined;
  return {
    '@type': 'CreativeWork',
    name: attribution.title,
    url: attribution.url,
    datePublished: attribution.published.toISOString(),
    author: { '@type': 'Person', name: source.author },
    isPartOf: { '@type': 'WebSite', name: source.name, url: source.url },
    ...(source.licence?.url !== undefined && { license: source.licence.url }),
  };
}
