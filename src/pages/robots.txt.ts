import type { APIRoute } from 'astro';
import { SITEMAP } from '../library/paths.ts';
import { absolute } from '../library/site.ts';

/** Everybody may read everything, and here is what there is (RFC 9309). */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(SITEMAP)}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
