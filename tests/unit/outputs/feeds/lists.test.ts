import { parseOpml } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { opml } from '../../../../src/outputs/feeds/opml.ts';
import { lastOf, sitemap, sitemapIndex } from '../../../../src/outputs/sitemap/sitemap.ts';

describe('a list of feeds', () => {
  it('is what feed readers import', () => {
    const feed = { title: 'Xen & <b>', address: 'https://a.example/rss.xml?a&b', page: 'https://a.example/' };
    expect(parseOpml(opml('All & more', [{ ...feed, language: 'en' }]))).toEqual({
      head: { title: 'All & more' },
      body: {
        outlines: [
          {
            type: 'rss',
            // OPML takes this for HTML.
            text: 'Xen &amp; &lt;b&gt;',
            title: 'Xen &amp; &lt;b&gt;',
            language: 'en',
            version: 'RSS2',
            xmlUrl: 'https://a.example/rss.xml?a&b',
            htmlUrl: 'https://a.example/',
          },
        ],
      },
    });
  });
});

describe('a sitemap', () => {
  const PAGES = [
    { address: 'https://a.example/?a&b', changed: new Date('2024-01-01T00:00:00Z') },
    { address: 'https://a.example/b/', changed: undefined },
  ];

  it('has each page, and when it was changed if that is known', () => {
    expect(sitemap(PAGES)).toBe(
      `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/?a&#x26;b</loc><lastmod>2024-01-01T00:00:00Z</lastmod></url>
<url><loc>https://a.example/b/</loc></url></urlset>
`,
    );
  });

  it('has an index of the same form', () => {
    expect(sitemapIndex(PAGES)).toContain(
      '<sitemap><loc>https://a.example/b/</loc></sitemap></sitemapindex>',
    );
  });

  it('was changed when the newest of its pages was', () => {
    expect(lastOf(PAGES)).toEqual(new Date('2024-01-01T00:00:00Z'));
    expect(lastOf([])).toBeUndefined();
  });
});
