import { sep } from 'node:path';
import type { AstroIntegration, HookParameters } from 'astro';
import { contentFolder } from '../content/content-folder.ts';
import { refillCollections, saveCollections } from '../content/folder-loader.ts';
import { whenFaultsChange } from '../content/current-faults.ts';
import { forgetReading, hasReader, readBy } from '../content/reading.ts';

/** Fills the collections with checked content, and shows faults on the pages of the dev server. */
export function contentReading(): AstroIntegration {
  return {
    name: 'opsnotes-content-reading',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        process.env['OPSNOTES_COMMAND'] ??= command;
        // `npm run build` has set a reader that gets the content from a thread.
        if (hasReader()) return;
        readBy(async (before) => {
          const { readChecked } = await import('../checks/read-checked.ts');
          return readChecked(command, before);
        });
        if (command === 'build')
          logger.warn('`astro build` only makes the pages: no feeds, no search. Use `npm run build`.');
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        watchContent(server, refreshContent!, (error) => {
          logger.error(error instanceof Error ? error.message : String(error));
        });
        whenFaultsChange(() => {
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}

type Setup = HookParameters<'astro:server:setup'>;

/**
 * Fills the collections again whenever a file of the content changes. The loader can't do this: after a change to
 * `astro.config.mjs`, Astro starts another server but keeps the collections, whose watcher belongs to the first one.
 */
function watchContent(
  { watcher }: Setup['server'],
  refresh: NonNullable<Setup['refreshContent']>,
  failed: (error: unknown) => void,
): void {
  const folder = contentFolder();
  let isWaiting = false;
  let work = Promise.resolve();
  watcher.add(folder);
  // Before Astro's own listener, which reads the configuration of collections again when a text has changed.
  watcher.prependListener('all', (_event: string, path: string) => {
    if (!path.startsWith(folder + sep)) return;
    forgetReading();
    if (isWaiting) return;
    isWaiting = true;
    // What fails here also fails below.
    saveCollections(refresh).catch(() => undefined);
    // Files that are saved together need one reading.
    setImmediate(() => {
      work = work
        .then(() => {
          isWaiting = false;
          return refillCollections();
        })
        .catch(failed);
    });
  });
}
