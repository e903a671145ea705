import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { contentFaults } from '../checks/content.ts';
import { report } from '../checks/fault.ts';
import { contentFolder } from './content-folder.ts';
import { readContent, type Content } from './read-content.ts';

/** The parts of a content folder, each a collection. */
export type Part = 'articles' | 'pages' | 'tags' | 'sources' | 'comments';

/** One reading serves all collections; a change in the folder, seen by the dev server, asks for another. */
let reading: Promise<Content> | undefined;

/** Loads one part of the content folder into Astro's content layer. */
export function folderLoader(part: Part): Loader {
  return {
    name: `opsnotes-${part}`,
    load: async (context) => {
      await fill(part, context);
      watch(part, context);
    },
  };
}

async function fill(part: Part, context: LoaderContext): Promise<void> {
  reading ??= checkedContent(context);
  const content = await reading;
  empty(context.store);
  for (const entry of content[part]) {
    const id = 'article' in entry ? `${entry.article}/${entry.slug}` : entry.slug;
    const data = await context.parseData({
      id,
      data: entry.raw as Record<string, unknown>,
      filePath: entry.file,
    });
    const filePath = relative(fileURLToPath(context.config.root), entry.file);
    context.store.set({ id, data, filePath, ...('source' in entry && { body: entry.source }) });
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

/** `npm run build` has checked the content before Astro starts; this is for those who start Astro by itself. */
async function checkedContent(context: LoaderContext): Promise<Content> {
  const content = await readContent(contentFolder());
  const faults = await contentFaults(content);
  if (faults.length === 0) return content;
  const text = `The content has faults:\n${report(faults)}`;
  if (context.watcher === undefined) throw new Error(text);
  context.logger.error(text);
  return withoutFaulty(content);
}

/** What a dev server can still show while an author is typing. */
function withoutFaulty(content: Content): Content {
  const good = <T extends { data: unknown }>(entries: T[]): T[] =>
    entries.filter((entry) => entry.data !== undefined);
  return {
    ...content,
    articles: good(content.articles).filter((entry) => entry.outline !== undefined),
    pages: good(content.pages).filter((entry) => entry.outline !== undefined),
    tags: good(content.tags),
    sources: good(content.sources),
    comments: good(content.comments),
  };
}

function watch(part: Part, context: LoaderContext): void {
  const folder = contentFolder();
  context.watcher?.add(folder);
  context.watcher?.on('all', (_event, path) => {
    if (!path.startsWith(folder)) return;
    reading = undefined;
    void fill(part, context).catch((error: unknown) => {
      context.logger.error(error instanceof Error ? error.message : String(error));
    });
  });
}
