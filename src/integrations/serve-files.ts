import type { AstroIntegration } from 'astro';

/** Has the dev server answer with the files that are no pages; a build writes them (`src/build/content-thread.ts`). */
export function serveFiles(base: string): AstroIntegration {
  return {
    name: 'opsnotes-serve-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          answer(new URL(request.url ?? '/', 'http://localhost').pathname, base).then((answered) => {
            if (answered === undefined) next();
            else response.writeHead(200, { 'content-type': answered.type }).end(answered.content);
          }, next);
        });
      },
    },
  };
}

async function answer(
  path: string,
  base: string,
): Promise<{ type: string; content: string | Uint8Array } | undefined> {
  // Later than this module, for it asks for the site's settings, which may have faults.
  const { siteFiles } = await import('../library/files.ts');
  const wanted = decodeURI(path.replace(base.replace(/\/$/, ''), ''));
  for await (const part of siteFiles()) {
    const file = part.find((each) => each.path === wanted);
    if (file !== undefined) return { type: file.type, content: file.content() };
  }
  return undefined;
}
