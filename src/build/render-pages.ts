import { fileURLToPath } from 'node:url';
import { knownTexts } from '../content/known-texts.ts';
import { readBy } from '../content/reading.ts';
import type { GoodContent } from '../content/read-content.ts';
import { whenPageIsRendered } from './astro-log.ts';
import type { TextsMessage } from './build-texts.ts';

/** What rendering asks for. */
interface Rendering {
  /** What is rendered, as soon as it has been checked. */
  content: Promise<GoodContent>;
  /** Where pages are put: absolute. */
  staging: string;
  /** Tells the thread that writes the other files of the texts. */
  tell: (message: TextsMessage) => void;
  /** Whether nothing of an earlier build counts. */
  clean: boolean;
  /** Called with each page that is there, with their number. */
  rendered: (count: number) => void;
}

/** Has Astro render what has changed, in this thread. */
export async function renderPages({ content, staging, clean, tell, rendered }: Rendering): Promise<void> {
  const { build } = await import('astro');
  readBy(() => content);
  let count = 0;
  whenPageIsRendered(() => {
    rendered(++count);
  });
  await build({
    root: process.cwd(),
    outDir: staging,
    // Empties Astro's store of collections.
    force: clean,
    logLevel: 'info',
    logger: { entrypoint: fileURLToPath(new URL('./astro-log.ts', import.meta.url)) },
    integrations: [
      {
        name: 'opsnotes-texts-loaded',
        hooks: {
          'astro:build:start': () => {
            tell({ ready: readyTexts() });
          },
        },
      },
    ],
    // What has been put there is to stay.
    vite: { build: { emptyOutDir: false } },
  });
  tell({ pages: 'rendered' });
}

function readyTexts(): Map<string, string> {
  return new Map([...knownTexts].flatMap(([file, { html }]) => (html === undefined ? [] : [[file, html]])));
}
