import type { AstroIntegration } from 'astro';
import type { SiteFile } from '../outputs/site-files.ts';
import { once } from '../articles/once.ts';
import type { GoodContent } from '../content/read-content.ts';
import { reading } from '../content/reading.ts';

/**
 * Has the dev server answer with the files that are no pages; a build writes them (`src/build/content-thread.ts`).
 *
 * @param base the folder that the site lies in, with a slash at the end
 */
export function serveFiles(base: string): AstroIntegration {
  return {
    name: 'opsnotes-serve-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          fileAt(request.originalUrl ?? base, base).then((file) => {
            if (file === undefined) next();
            else response.writeHead(200, { 'content-type': file.type }).end(file.content());
          }, next);
        });
      },
    },
  };
}

async function fileAt(address: string, base: string): Promise<SiteFile | undefined> {
  const { pathname } = new URL(address, 'http://localhost');
  // Every page and every module of its scripts is asked for here too.
  if (!pathname.startsWith(base) || pathname.endsWith('/')) return undefined;
  const files = await filesOf(await reading());
  return files.get(decoded(pathname.slice(base.length - 1)));
}

/** All of them, by path; made once of what was read. */
const filesOf = once<GoodContent, Promise<Map<string, SiteFile>>>(async () => {
  const { siteFiles } = await import('../outputs/site-files.ts');
  const files = new Map<string, SiteFile>();
  for await (const part of siteFiles()) for (const file of part) files.set(file.path, file);
  return files;
});

/** An address that no encoding gives is that of no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
