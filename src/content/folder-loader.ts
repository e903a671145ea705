import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentFolder } from './content-folder.ts';
import { reading, setReading } from './reading.ts';

/** The parts of a content folder, each a collection. */
export type Part = 'articles' | 'pages' | 'tags' | 'sources' | 'comments';

/** Loads one part of the content folder into Astro's content layer, where editors find it. */
export function folderLoader(part: Part): Loader {
  return {
    name: `opsnotes-${part}`,
    load: async (context) => {
      // A build asks `src/library/` for everything, and is under way before the content has been read.
      if (process.env['OPSNOTES_COMMAND'] === 'build') return;
      await fill(part, context);
      watch(part, context);
    },
  };
}

async function fill(part: Part, { store, config }: LoaderContext): Promise<void> {
  const content = await reading();
  empty(store);
  for (const entry of content[part]) {
    const id = 'article' in entry ? `${entry.article}/${entry.slug}` : entry.slug;
    // It has passed the same schema already.
    const data = entry.data as Record<string, unknown>;
    store.set({ id, data, filePath: relative(fileURLToPath(config.root), entry.file), digest: entry.digest });
  }
}

/**
 * Takes everything out of a store but the store itself. `clear()` would take that too, and then Astro warns of a collection
 * that «does not exist or is empty» each time a page asks for it; a folder without comments is nothing to warn of.
 */
function empty(store: LoaderContext['store']): void {
  store.set({ id: 'none', data: {} });
  for (const key of store.keys()) store.delete(key);
}

function watch(part: Part, context: LoaderContext): void {
  const folder = contentFolder();
  context.watcher?.add(folder);
  context.watcher?.on('all', (_event, path) => {
    if (!path.startsWith(folder)) return;
    setReading(undefined);
    // After the other collections have heard of it too: one reading serves all.
    setImmediate(() => {
      void fill(part, context).catch((error: unknown) => {
        context.logger.error(error instanceof Error ? error.message : String(error));
      });
    });
  });
}
