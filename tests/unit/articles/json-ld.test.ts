import { describe, expect, it } from 'vitest';
import { RELATIONS } from '../../../src/content/schemas/attribution.ts';
import type { Article } from '../../../src/articles/articles.ts';
import { articleJsonLd } from '../../../src/articles/json-ld.ts';
import { useSite } from '../../../src/articles/site.ts';
import { loadSite } from '../../../src/content/read-site.ts';
import { proofOf } from './a-proof.ts';
import { anArticle, attributedAs, LOG } from './an-article.ts';

useSite(loadSite('tests/fixtures/sites/small'));

const OWN = { '@type': 'Person', name: 'The authors of Small', url: 'https://example.test/' };

const ORIGINAL = {
  '@type': 'CreativeWork',
  name: 'The <original>',
  url: 'https://log.example/1/',
  datePublished: '2020-02-02T00:00:00.000Z',
  author: { '@type': 'Person', name: 'A colleague' },
  isPartOf: { '@type': 'WebSite', name: 'The Log', url: 'https://log.example/' },
  license: 'https://creativecommons.org/licenses/by/4.0/',
};

describe('an article as linked data', () => {
  it('says that its commands were run', () => {
    const mdx = '```console host="a"\n$ ls\n```\n';
    expect(jsonLd(anArticle({ mdx, proof: proofOf(mdx, mdx) }))).toMatchObject({
      review: {
        '@type': 'Review',
        datePublished: '2026-11-28',
        reviewBody: 'Run on 28 November 2026 on Debian 12: 1 of 1 step passed.',
      },
    });
  });

  it('says what it is, where, when and by whom', () => {
    expect(jsonLd(anArticle({ slug: 'xen', tags: ['xen', 'linux'], lang: 'ru' }))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: 'A title',
      description: 'A description.',
      url: 'https://example.test/notes/articles/xen/',
      inLanguage: 'ru',
      datePublished: '2024-01-01T00:00:00.000Z',
      dateModified: '2024-01-01T00:00:00.000Z',
      image: 'https://example.test/notes/cards/xen.png',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      keywords: ['XEN', 'LINUX'],
      author: OWN,
      publisher: { '@type': 'Organization', name: 'Small', url: 'https://example.test/notes/' },
    });
  });

  it('was last changed when its text was', () => {
    const article = anArticle({ data: { updated: '2024-06-01T12:00:00+02:00' } });
    expect(jsonLd(article)).toMatchObject({ dateModified: '2024-06-01T10:00:00.000Z' });
  });

  it('is about an event if the days of a conference are known, and only then', () => {
    const event = { name: 'A day', place: 'A town', days: ['2024-05-07', '2024-05-06'] };
    const data = { kind: 'conference', event, talks: [{ title: 'A talk' }] };
    expect(jsonLd(anArticle({ data }))).toMatchObject({
      about: {
        '@type': 'Event',
        name: 'A day',
        startDate: '2024-05-06',
        endDate: '2024-05-07',
        location: { '@type': 'Place', name: 'A town', address: 'A town' },
      },
    });
    const undated = { ...data, event: { name: 'A day' } };
    expect(jsonLd(anArticle({ data: undated }))).not.toHaveProperty('about');
  });

  it('is a how-to if it is a guide of several steps for today, and only then', () => {
    const mdx = '## One\n\n```console\n# ls\na\n```\n\n## None\n\n## Two\n\n```sh\npwd\n```\n';
    const url = 'https://example.test/notes/articles/a/';
    expect(jsonLd(anArticle({ mdx, data: { kind: 'guide' } }))).toMatchObject({
      mainEntity: {
        '@type': 'HowTo',
        step: [
          { '@type': 'HowToStep', name: 'One', url: `${url}#one` },
          { '@type': 'HowToStep', name: 'Two', url: `${url}#two` },
        ],
      },
    });
    const others = [
      anArticle({ mdx }),
      anArticle({ mdx, data: { kind: 'guide', status: 'historical' } }),
      anArticle({ mdx: mdx.slice(0, mdx.indexOf('## None')), data: { kind: 'guide' } }),
    ];
    expect(others.filter((article) => 'mainEntity' in jsonLd(article))).toEqual([]);
  });

  it.each(RELATIONS)('says what it is based on: %s', (relation) => {
    const article = anArticle({ source: LOG, data: attributedAs(relation) });
    expect(jsonLd(article)).toMatchObject({ isBasedOn: ORIGINAL });
  });

  it('is by the author of the original if it is a reprint, and only then', () => {
    const authors = RELATIONS.map((relation) =>
      jsonLd(anArticle({ source: LOG, data: attributedAs(relation) })),
    );
    expect(authors.map((data) => (data as { author: unknown }).author)).toEqual([
      OWN,
      ORIGINAL.author,
      OWN,
      OWN,
    ]);
  });

  it('is the translation of a work if it is one, and only then', () => {
    const works = RELATIONS.map((relation) =>
      jsonLd(anArticle({ source: LOG, data: attributedAs(relation) })),
    );
    expect(works.map((data) => 'translationOfWork' in data)).toEqual([false, false, true, false]);
  });
});

function jsonLd(article: Article): object {
  return JSON.parse(JSON.stringify(articleJsonLd(article))) as object;
}
