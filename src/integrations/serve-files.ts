import type { AstroIntegration, IntegrationResolvedRoute } from 'astro';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Article } from '../articles/articles.ts';
import { SEARCH_INDEX } from '../articles/paths.ts';
import type { GoodContent } from '../content/read-content.ts';
import { decode } from '../content/outline/links.ts';
import { publicFile } from '../content/outline/public-files.ts';
import { reading } from '../content/reading.ts';
import type { SiteFile } from '../outputs/site-file.ts';
import type { ServedFile } from '../search/index/served-index.ts';

/**
 * Makes the dev server answer with the files other than pages, which a build writes in `src/build/content-thread.ts`. The search
 * index is that of the last build.
 *
 * @param base the folder that the site is served from, with a trailing slash
 */
export function serveFiles(base: string): AstroIntegration {
  return {
    name: 'opsnotes-serve-files',
    hooks: {
      'astro:routes:resolved': (resolved) => {
        routes = resolved.routes;
      },
      'astro:server:setup': ({ server }) => {
        const origin = (): string => `http://localhost:${(server.httpServer?.address() as AddressInfo).port}`;
        server.middlewares.use((request, response, next) => {
          const address = request.originalUrl ?? base;
          answerTo(address, base, origin).then((file) => {
            if (file === undefined) next();
            else response.writeHead(200, file.headers).end(file.bytes);
          }, next);
        });
      },
    },
  };
}

async function answerTo(
  address: string,
  base: string,
  origin: () => string,
): Promise<{ headers: Record<string, string>; bytes: Uint8Array | string } | undefined> {
  const index = await indexFileAt(address, base);
  if (index !== undefined) return index;
  const file = await fileAt(address, base, origin);
  return file && { headers: { 'content-type': file.type }, bytes: await file.content() };
}

async function indexFileAt(address: string, base: string): Promise<ServedFile | undefined> {
  const folder = base.replace(/\/$/, '') + SEARCH_INDEX;
  const { pathname } = new URL(address, 'http://localhost');
  if (!pathname.startsWith(folder)) return undefined;
  const { servedIndexFile } = await import('../search/index/served-index.ts');
  return servedIndexFile(join(resolve('dist'), SEARCH_INDEX), pathname.slice(folder.length), builtArticles);
}

/** As in a build: without drafts. */
async function builtArticles(): Promise<Article[]> {
  const { shapedContent } = await import('../articles/shaped-content.ts');
  return shapedContent(await reading()).articles;
}

async function fileAt(address: string, base: string, origin: () => string): Promise<SiteFile | undefined> {
  const { pathname } = new URL(address, 'http://localhost');
  // Requests for pages and script modules come through here too.
  if (!pathname.startsWith(base) || pathname.endsWith('/')) return undefined;
  const content = await reading();
  const path = decode(pathname.slice(base.length - 1));
  if (isOthers(path)) return undefined;
  if (made?.content !== content) made = { content, files: filesOf(content, origin()) };
  return (await made.files).get(path);
}

let routes: readonly IntegrationResolvedRoute[] = [];

/** Whether a page of somebody's own or a file of `public/` has this path; it takes precedence, as in a build. */
function isOthers(path: string): boolean {
  const isRoute = routes.some(({ params, patternRegex }) => params.length === 0 && patternRegex.test(path));
  return isRoute || publicFile(path) !== undefined;
}

/** All files by path, rebuilt when the content has been read again. */
let made: { content: GoodContent; files: Promise<Map<string, SiteFile>> } | undefined;

async function filesOf(content: GoodContent, origin: string): Promise<Map<string, SiteFile>> {
  const { ServedTexts } = await import('../outputs/served-texts.ts');
  const { siteFiles } = await import('../outputs/site-files.ts');
  const { shapedContent } = await import('../articles/shaped-content.ts');
  const shaped = shapedContent(content, { drafts: true });
  const files = new Map<string, SiteFile>();
  for await (const part of siteFiles(shaped, new ServedTexts(content, origin)))
    for (const file of part) files.set(file.path, file);
  return files;
}
