import type { AstroIntegration } from 'astro';
import type { AddressInfo } from 'node:net';
import { asCollections } from '../articles/collections.ts';
import type { GoodContent } from '../content/read-content.ts';
import { reading } from '../content/reading.ts';
import type { SiteFile } from '../outputs/site-files.ts';
import { ServedTexts } from '../outputs/served-texts.ts';

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
        const origin = (): string => `http://localhost:${(server.httpServer?.address() as AddressInfo).port}`;
        server.middlewares.use((request, response, next) => {
          fileAt(request.originalUrl ?? base, base, origin).then(async (file) => {
            if (file === undefined) next();
            else response.writeHead(200, { 'content-type': file.type }).end(await file.content());
          }, next);
        });
      },
    },
  };
}

async function fileAt(address: string, base: string, origin: () => string): Promise<SiteFile | undefined> {
  const { pathname } = new URL(address, 'http://localhost');
  // Every page and every module of its scripts is asked for here too.
  if (!pathname.startsWith(base) || pathname.endsWith('/')) return undefined;
  const content = await reading();
  if (made?.content !== content) made = { content, files: filesOf(content, origin()) };
  return (await made.files).get(decoded(pathname.slice(base.length - 1)));
}

/** All files by path, made once of what was read. */
let made: { content: GoodContent; files: Promise<Map<string, SiteFile>> } | undefined;

async function filesOf(content: GoodContent, origin: string): Promise<Map<string, SiteFile>> {
  const { siteFiles } = await import('../outputs/site-files.ts');
  const { shapedContent } = await import('../articles/shaped-content.ts');
  const shaped = shapedContent(asCollections(content), { drafts: true });
  const files = new Map<string, SiteFile>();
  for await (const part of siteFiles(shaped, new ServedTexts(content, origin)))
    for (const file of part) files.set(file.path, file);
  return files;
}

/** An address that no encoding gives is that of no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
