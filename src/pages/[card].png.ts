import type { APIRoute, GetStaticPaths } from 'astro';
import { cardPicture } from '../cards/card-picture.ts';
import { siteCard } from '../library/cards.ts';
import { site } from '../library/site.ts';

/** A picture for the pages that are no article's, unless the site wants none. */
export const getStaticPaths = (() =>
  site.cards ? [{ params: { card: 'card' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  new Response(cardPicture(siteCard()), { headers: { 'content-type': 'image/png' } });
