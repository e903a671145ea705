import { describe, expect, it, vi } from 'vitest';
import { RELATIONS } from '../../../src/schemas/attribution.ts';
import { anArticle, attributedAs, LOG } from './an-article.ts';

vi.stubEnv('OPSNOTES_CONTENT', 'tests/fixtures/sites/small');
const { articleJsonLd } = await import('../../../src/library/json-ld.ts');

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
  it('says what it is, where, when and by whom', () => {
    expect(articleJsonLd(anArticle({ slug: 'xen', tags: ['xen', 'linux'], lang: 'ru' }))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: 'A title',
      description: 'A description.',
      url: 'https://example.test/notes/articles/xen/',
      inLanguage: 'ru',
      datePublished: '2024-01-01T00:00:00.000Z',
      dateModified: '2024-01-01T00:00:00.000Z',
      keywords: ['XEN', 'LINUX'],
      author: OWN,
      publisher: { '@type': 'Organization', name: 'Small', url: 'https://example.test/notes/' },
    });
  });

  it('was last changed when its text was', () => {
    const article = anArticle({ data: { updated: '2024-06-01T12:00:00+02:00' } });
    expect(articleJsonLd(article)).toMatchObject({ dateModified: '2024-06-01T10:00:00.000Z' });
  });

  it.each(RELATIONS)('says what it is based on: %s', (relation) => {
    const article = anArticle({ source: LOG, data: attributedAs(relation) });
    expect(articleJsonLd(article)).toMatchObject({ isBasedOn: ORIGINAL });
  });

  it('is by the author of the original where it is a reprint, and only there', () => {
    const authors = RELATIONS.map((relation) =>
      articleJsonLd(anArticle({ source: LOG, data: attributedAs(relation) })),
    );
    expect(authors.map((data) => (data as { author: unknown }).author)).toEqual([
      OWN,
      ORIGINAL.author,
      OWN,
      OWN,
    ]);
  });

  it('is the translation of a work where it is one, and only there', () => {
    const works = RELATIONS.map((relation) =>
      articleJsonLd(anArticle({ source: LOG, data: attributedAs(relation) })),
    );
    expect(works.map((data) => 'translationOfWork' in data)).toEqual([false, false, true, false]);
  });
});
