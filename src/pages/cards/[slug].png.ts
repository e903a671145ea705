import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '../../cards/card.ts';
import { cardPicture, drawCards } from '../../cards/card-picture.ts';
import { allArticles } from '../../library/articles.ts';
import { articleCard } from '../../library/cards.ts';
import { site } from '../../library/site.ts';

/** A picture for each article, for where it is shared. */
export const getStaticPaths = (async () => {
  const articles = site.cards ? await allArticles() : [];
  const routes = articles.map((article) => ({
    params: { slug: article.slug },
    props: { card: articleCard(article) },
  }));
  if (import.meta.env.PROD) await drawCards(routes.map(({ props }) => props.card));
  return routes;
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await cardPicture(props.card), { headers: { 'content-type': 'image/png' } });
