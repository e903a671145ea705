import type { GetStaticPaths } from 'astro';
import { attachmentRoutes, getAttachment } from '../../library/attachment-routes.ts';
import { ownPages } from '../../library/collections.ts';

/** The pictures of each page of the site's own. */
export const getStaticPaths = (async () =>
  (await ownPages()).flatMap((page) => attachmentRoutes({ page: page.slug }, page))) satisfies GetStaticPaths;

export const GET = getAttachment;
