import { realpathSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, IntegrationResolvedRoute } from 'astro';
import { knownTexts } from '../content/known-texts.ts';
import { readBy } from '../content/reading.ts';
import type { GoodContent } from '../content/read-content.ts';
import { TextError } from '../content/text-error.ts';
import { whenTextIsRendered } from '../content/text-failures.ts';
import { whenPageIsRendered } from './astro-log.ts';
import type { TextsMessage } from './build-texts.ts';
import { isWithin } from './out-folder.ts';
import { stagingFor } from './staging.ts';

/** What rendering needs. */
interface Rendering {
  /** The content to render, once it has passed the checks. */
  content: Promise<GoodContent>;
  /** Where pages are written; absolute. */
  staging: string;
  /** Reports texts to the thread that writes the other files. */
  tell: (message: TextsMessage) => void;
  /** Whether to ignore earlier builds. */
  clean: boolean;
  /** Called after each page with the number rendered so far. */
  rendered: (count: number) => void;
}

type ViteConfig = AstroConfig['vite'];

let routes: readonly IntegrationResolvedRoute[] = [];

/** The routes of the site, as soon as Astro knows them. */
export function siteRoutes(): readonly IntegrationResolvedRoute[] {
  return routes;
}

/** Makes Astro render what has changed, in this thread. */
export async function renderPages({ content, staging, clean, tell, rendered }: Rendering): Promise<void> {
  const { build } = await import('astro');
  readBy(() => content);
  let count = 0;
  whenPageIsRendered(() => {
    rendered(++count);
  });
  const computed = new Map<string, string>();
  whenTextIsRendered((file, html) => {
    if (knownTexts.get(file)?.html === undefined) computed.set(file, html ?? '');
  });
  const folder = await pagesFolder(staging);
  process.setSourceMapsEnabled(true);
  try {
    await build({
      root: process.cwd(),
      outDir: folder,
      // Clears Astro's collection store.
      force: clean,
      logLevel: 'info',
      logger: { entrypoint: fileURLToPath(new URL('./astro-log.ts', import.meta.url)) },
      integrations: [
        {
          name: 'opsnotes-texts-loaded',
          hooks: {
            'astro:config:setup': ({ config: { vite }, updateConfig }) => {
              updateConfig({ vite: withSourceMaps(vite) });
            },
            'astro:routes:resolved': (resolved) => {
              routes = resolved.routes;
            },
            'astro:build:start': () => {
              tell({ ready: readyTexts() });
            },
          },
        },
      ],
      // Keep the files that are already there.
      vite: { build: { emptyOutDir: false } },
    });
    for (const { file, data } of (await content).articles)
      if (!data.draft && !computed.has(file) && knownTexts.get(file)?.html === undefined)
        throw new TextError(file, 'another page has its address');
    if (folder !== staging) await cp(folder, staging, { recursive: true });
  } finally {
    if (folder !== staging) await rm(folder, { recursive: true, force: true });
  }
  tell({ computed });
}

/** Source maps tell where errors in bundled code come from. Readers get some only if the project's own settings say so. */
function withSourceMaps({ build, environments }: ViteConfig): ViteConfig {
  const sourcemap = environments?.['client']?.build?.sourcemap ?? build?.sourcemap ?? false;
  return { build: { sourcemap: true }, environments: { client: { build: { sourcemap } } } };
}

/**
 * Where Astro writes. It puts code of its own next to the pages, where it only finds its packages inside the project. From outside,
 * it takes a folder of the project for that code; but it believes each path to be inside that begins like the project's.
 */
async function pagesFolder(staging: string): Promise<string> {
  const project = process.cwd();
  const isMistaken = staging.startsWith(project) && !isWithin(realpathSync(staging), realpathSync(project));
  return isMistaken ? stagingFor(join(project, 'node_modules/.cache/opsnotes/pages')) : staging;
}

function readyTexts(): Map<string, string> {
  return new Map([...knownTexts].flatMap(([file, { html }]) => (html === undefined ? [] : [[file, html]])));
}
