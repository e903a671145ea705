import type { GetStaticPaths } from 'astro';
import { allArticles } from '../../../library/articles.ts';
import { attachmentRoutes, getAttachment } from '../../../library/attachment-routes.ts';

/** The pictures and data files of each article. */
export const getStaticPaths = (async () =>
  (await allArticles()).flatMap(({ slug, outline, file, data }) =>
    attachmentRoutes(
      { slug },
      { outline, file, dataFile: data.kind === 'benchmark' ? data.data : undefined },
    ),
  )) satisfies GetStaticPaths;

export const GET = getAttachment;
