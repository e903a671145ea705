import type { APIRoute, GetStaticPaths } from 'astro';
import { siteFiles } from '../library/files.ts';

/** In the dev server, the files that are no pages; a build writes them by itself (`src/build/files-worker.ts`). */
export const getStaticPaths = (async () =>
  process.env['OPSNOTES_COMMAND'] === 'dev'
    ? (await siteFiles()).map(({ path }) => ({ params: { file: path.slice(1) } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  // Looked up anew, for the content may have changed since the paths were listed.
  const file = (await siteFiles()).find(({ path }) => path === `/${params['file'] ?? ''}`);
  if (file === undefined) return new Response(undefined, { status: 404 });
  const content = await file.content();
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'content-type': file.type },
  });
};
