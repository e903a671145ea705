import { describe, expect, test } from 'vitest';
import { SITES } from './build-sites.ts';
import { readablePages } from './built-files.ts';
import { listEntries } from './list-entries.ts';
import { openPage, textOf } from './open-page.ts';

/** One article of each relation, and one without any. */
const RELATIONS = [
  {
    slug: 'copy-times',
    mark: 'notes on a source',
    footer: 'Notes on Copying takes as long as it takes by A former colleague',
  },
  { slug: 'storage-day', mark: 'reprint', footer: 'Reprint of Storage day, in short by A former colleague' },
  {
    slug: 'rsync-po-shagam',
    mark: 'translation',
    footer: 'Translation of Try first, copy later by A former colleague',
  },
  {
    slug: 'replace-a-disk',
    mark: 'adaptation',
    footer: 'Adaptation of A disk & its "replacement" by A former colleague',
  },
];

describe.each(RELATIONS)('an article that is "$mark"', ({ slug, mark, footer }) => {
  test('says so below its text, with links to the original and to the source', () => {
    const page = openPage('small', `/articles/${slug}/`);
    expect(textOf(page, 'main article footer')).toContain(`${footer}, The Example Log, first published`);
    expect(page('main article footer a[href^="https://log.example/20"]').length).toBe(1);
    expect(page('main article footer a[href="/notes/sources/#example-log"]').length).toBe(1);
  });

  test('says so above its text, with a link to the attribution below', () => {
    expect(textOf(openPage('small', `/articles/${slug}/`), 'main header a[href="#attribution"]')).toBe(mark);
  });

  test('says so in every list', () => {
    for (const list of ['/sources/', '/archive/']) {
      const page = openPage('small', list);
      const entry = page(`main a[href="/notes/articles/${slug}/"]`).closest('li');
      expect(entry.text(), list).toContain(`(${mark})`);
    }
    const [entry] = listEntries(openPage('small', '/articles/')).filter(({ address }) =>
      address.includes(slug),
    );
    expect(entry!.text).toContain(footer);
  });
});

test('only a reprint names the original as its canonical page', () => {
  const canonical = SITES.map((site) => [
    site,
    readablePages(site).flatMap((path) => openPage(site, path)('link[rel=canonical]').attr('href') ?? []),
  ]);
  expect(Object.fromEntries(canonical)).toEqual({
    small: ['https://log.example/2023/storage-day/'],
    olemskoi: Array(6).fill(expect.stringMatching(/^https:\/\/rackerhacker\.com\/20/)),
    hostile: ['https://evil.example/reprint/'],
    own: [],
  });
});

describe('the schema.org data', () => {
  const original = {
    '@type': 'CreativeWork',
    author: { '@type': 'Person', name: 'A former colleague' },
    isPartOf: { '@type': 'WebSite', name: 'The Example Log', url: 'https://log.example/' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
  };
  const ours = { '@type': 'Person', name: 'The authors of Small', url: 'https://example.test/' };

  test('of notes name us as the author and the original as what they are based on', () => {
    const data = jsonLd('small', 'copy-times');
    expect(data).toMatchObject({ '@type': 'TechArticle', author: ours, isBasedOn: original });
    expect(data).toMatchObject({ url: 'https://example.test/notes/articles/copy-times/', inLanguage: 'en' });
    expect(data).not.toHaveProperty('translationOfWork');
  });

  test('of an adaptation do the same', () => {
    expect(jsonLd('small', 'replace-a-disk')).toMatchObject({
      author: ours,
      isBasedOn: {
        ...original,
        name: 'A disk & its "replacement"',
        url: 'https://log.example/2019/replacing-a-disk/',
      },
      datePublished: '2024-03-10T09:00:00.000Z',
      dateModified: '2024-06-01T00:00:00.000Z',
    });
  });

  test('of a reprint name its author, not us', () => {
    const data = jsonLd('small', 'storage-day');
    expect(data).toMatchObject({ author: original.author, isBasedOn: { name: 'Storage day, in short' } });
    expect(jsonLd('olemskoi', 'xen-summit-2011')).toMatchObject({
      author: { name: 'Major Hayden' },
      inLanguage: 'en',
    });
  });

  test('of a translation name the work that was translated', () => {
    expect(jsonLd('small', 'rsync-po-shagam')).toMatchObject({
      author: ours,
      inLanguage: 'ru',
      isBasedOn: original,
      translationOfWork: { ...original, name: 'Try first, copy later' },
    });
  });

  test('of an article of our own are based on nothing', () => {
    const data = jsonLd('small', 'hostile-title');
    expect(data).not.toHaveProperty('isBasedOn');
    expect(data).toMatchObject({
      author: ours,
      headline: `<b>Bold</b> & "double" or 'single' quotes, ]]>, 🐧 and שלום عالم`,
    });
  });
});

test('the sources page names every source, its terms and its articles', () => {
  const page = openPage('small', '/sources/');
  const source = page('#example-log').closest('section');
  const text = source.text().replace(/\s+/g, ' ');
  for (const part of [
    'The Example Log',
    'A former colleague',
    'http://old.log.example/',
    'CC BY 4.0',
    'Quote freely',
  ]) {
    expect(text).toContain(part);
  }
  expect(source.find('a[href^="/notes/articles/"]').length).toBe(5);
});

function jsonLd(site: 'small' | 'olemskoi', slug: string): unknown {
  return JSON.parse(openPage(site, `/articles/${slug}/`)('script[type="application/ld+json"]').text());
}
