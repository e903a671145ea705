import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '../../cards/card.ts';
import { cardPicture } from '../../cards/card-picture.ts';
import { allArticles } from '../../library/articles.ts';
import { articleCard } from '../../library/cards.ts';
import { site } from '../../library/site.ts';

/** A picture for each article, for where it is shared. */
export const getStaticPaths = (async () => {
  const articles = site.cards ? await allArticles() : [];
  return articles.map((article) => ({
    params: { slug: article.slug },
    props: { card: articleCard(article) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = ({ props }) =>
  new Response(cardPicture(props.card), { headers: { 'content-type': 'image/png' } });
