import type { Stats } from 'node:fs';
import { sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AstroIntegration, HookParameters } from 'astro';
import { contentFolder } from '../content/content-folder.ts';
import { lastChange, refillCollections, saveCollections } from '../content/folder-loader.ts';
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

/** Where Astro keeps the collections of the dev server. Pages see changes once it is written. */
const STORE = `${sep}.astro${sep}data-store.json`;

/** How long requests wait for the store at most, in milliseconds: twice as long as Astro waits before it writes it. */
const PATIENCE = 1000;

/**
 * Fills the collections again whenever a file of the content changes. The loader can't do this: under `npx astro dev`, after a
 * change to `astro.config.mjs`, Astro starts another server but keeps the collections, whose watcher belongs to the first one.
 *
 * Requests wait until Astro's store has been written. Vite makes the modules of a changed text anew at the next request; if Astro
 * discards those of the store meanwhile, pages go on to show the text as it was before.
 */
function watchContent(
  { watcher, middlewares }: Setup['server'],
  refresh: NonNullable<Setup['refreshContent']>,
  failed: (error: unknown) => void,
): void {
  const folder = contentFolder();
  const untilSaved = watchStore(watcher);
  let isWaiting = false;
  let work = Promise.resolve();
  let current = Promise.resolve();
  middlewares.use((_request, _response, next) => {
    void current.then(() => {
      next();
    });
  });
  watcher.add(folder);
  // Before Astro's own listener, which reads the configuration of collections again when a text has changed.
  watcher.prependListener('all', (_event: string, path: string) => {
    if (!path.startsWith(folder + sep)) return;
    forgetReading();
    if (isWaiting) return;
    isWaiting = true;
    // What fails here also fails below.
    saveCollections(refresh).catch(() => undefined);
    current = new Promise<void>((filled) => {
      // Files that are saved together need one reading.
      setImmediate(() => {
        work = work
          .then(() => {
            isWaiting = false;
            return refillCollections();
          })
          .catch(failed)
          .finally(filled);
      });
    }).then(untilSaved);
  });
}

/** Watches Astro's store, and returns a function that waits until it has all changes. */
function watchStore(watcher: Setup['server']['watcher']): () => Promise<void> {
  let written = 0;
  let next = Promise.withResolvers<boolean>();
  watcher.on('all', (_event: string, path: string, stats?: Stats) => {
    if (!path.endsWith(STORE)) return;
    written = stats?.mtimeMs ?? Date.now();
    next.resolve(true);
    next = Promise.withResolvers<boolean>();
  });
  return async () => {
    // The store isn't written if a change was undone at once.
    const isOver = setTimeout(PATIENCE, false);
    while (lastChange() > written && (await Promise.race([next.promise, isOver])));
    // Astro discards what it knows of the store a moment later than the watcher sees the file.
    await setTimeout(50);
    await new Promise((done) => {
      setImmediate(done);
    });
  };
}
