import type { APIRoute, GetStaticPaths } from 'astro';
import { lastOf, MOST_IN_A_SITEMAP, sitemap, sitemapIndex } from '../feeds/sitemap.ts';
import { absolute } from '../library/site.ts';
import { sitemapEntries } from '../library/sitemap.ts';

/** `sitemap-index.xml` and the files that it names: `sitemap-1.xml`, … */
export const getStaticPaths = (async () => {
  const entries = await sitemapEntries();
  const pages = Array.from({ length: Math.ceil(entries.length / MOST_IN_A_SITEMAP) }, (_, page) =>
    entries.slice(page * MOST_IN_A_SITEMAP, (page + 1) * MOST_IN_A_SITEMAP),
  );
  const index = pages.map((page, number) => ({
    address: absolute(`/sitemap-${number + 1}.xml`),
    changed: lastOf(page),
  }));
  return [
    { params: { sitemap: 'sitemap-index' }, props: { text: sitemapIndex(index) } },
    ...pages.map((page, number) => ({
      params: { sitemap: `sitemap-${number + 1}` },
      props: { text: sitemap(page) },
    })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
