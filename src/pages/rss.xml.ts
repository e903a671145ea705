import type { APIRoute } from 'astro';
import { rssFeed } from '../feeds/rss.ts';
import { siteFeed } from '../library/feeds.ts';

export const GET: APIRoute = async () =>
  new Response(rssFeed(await siteFeed()), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
