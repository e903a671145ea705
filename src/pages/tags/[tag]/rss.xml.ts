import type { APIRoute, GetStaticPaths } from 'astro';
import { rssFeed } from '../../../feeds/rss.ts';
import { allArticles } from '../../../library/articles.ts';
import { tagFeed } from '../../../library/feeds.ts';
import { tagsOf, type TagWithArticles } from '../../../library/tags.ts';

export const getStaticPaths = (async () =>
  tagsOf(await allArticles()).map((tag) => ({
    params: { tag: tag.slug },
    props: { tag },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ tag: TagWithArticles }> = async ({ props }) =>
  new Response(rssFeed(await tagFeed(props.tag)), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
