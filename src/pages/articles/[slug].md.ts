import type { APIRoute, GetStaticPaths } from 'astro';
import { allArticles, type Article } from '../../library/articles.ts';
import { plainArticle } from '../../library/plain-article.ts';

/** The plain twin of each article. */
export const getStaticPaths = (async () =>
  (await allArticles()).map((article) => ({
    params: { slug: article.slug },
    props: { article },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ article: Article }> = ({ props }) =>
  new Response(plainArticle(props.article), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
