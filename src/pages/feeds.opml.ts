import type { APIRoute } from 'astro';
import { feedFile } from '../feeds/format.ts';
import { opml } from '../feeds/opml.ts';
import { allArticles } from '../library/articles.ts';
import { feedsOf } from '../library/feeds.ts';
import { absolute, site } from '../library/site.ts';

/** All feeds in one file, as RSS, which every reader takes. */
export const GET: APIRoute = async () => {
  const { site: ofSite, kinds, tags } = feedsOf(await allArticles());
  const feeds = [ofSite, ...kinds, ...tags].map(({ folder, title, page }) => ({
    title,
    address: absolute(`${folder}${feedFile('rss')}`),
    page: absolute(page),
    language: site.locale,
  }));
  return new Response(opml(site.title, feeds), { headers: { 'content-type': 'text/x-opml; charset=utf-8' } });
};
