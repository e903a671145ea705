import type { APIRoute, GetStaticPaths } from 'astro';
import { allArticles, type Article } from '../../../library/articles.ts';
import { articleScript, scriptedHosts } from '../../../library/host-scripts.ts';

/** The runbook of each host of each article. */
export const getStaticPaths = (async () =>
  (await allArticles()).flatMap((article) =>
    scriptedHosts(article).map((host) => ({
      params: { slug: article.slug, host },
      props: { article, host },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ article: Article; host: string }> = ({ props }) =>
  new Response(articleScript(props.article, props.host), {
    headers: { 'content-type': 'text/x-shellscript; charset=utf-8' },
  });
