import type { APIRoute, GetStaticPaths } from 'astro';
import { FORMAT } from '../feeds/format.ts';
import { writeFeed } from '../feeds/write-feed.ts';
import { allArticles } from '../library/articles.ts';
import { feedFiles, type FeedFile } from '../library/feeds.ts';

/** Every feed in every format: the live documents and the archive documents. */
export const getStaticPaths = (async () =>
  (await feedFiles(await allArticles())).map((file) => ({
    params: { feed: file.path.slice(1) },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: FeedFile }> = ({ props: { file } }) =>
  new Response(writeFeed(file.document, file.format, file.address), {
    headers: { 'content-type': `${FORMAT[file.format].type}; charset=utf-8` },
  });
