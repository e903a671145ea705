import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HookParameters } from 'astro';
import type { Loader, LoaderContext } from 'astro/loaders';
import { digestOf } from './digest.ts';
import { fileDigests } from './file-digests.ts';
import { withoutFrontmatter } from './frontmatter.ts';
import { KeptHtml } from './kept-html.ts';
import { knownTexts, type KnownText } from './known-texts.ts';
import type { Outline } from './outline/outline.ts';
import { readyHtml } from './ready-html.ts';
import type { GoodContent } from './read-content.ts';
import { reading } from './reading.ts';
import { softwareDigest } from './software-digest.ts';
import { standIn } from './stand-ins.ts';

/** The parts of a content folder; each is a collection. */
export type Part = keyof GoodContent;

type Refresh = NonNullable<HookParameters<'astro:server:setup'>['refreshContent']>;

type Entry = GoodContent[Part][number];
type TextEntry = GoodContent['articles' | 'pages'][number];

/** On `globalThis`, because Astro runs the loader in a separate module graph. */
const shared = globalThis as { opsnotesRefills?: Map<Part, () => Promise<void>>; opsnotesChanged?: number };
const refills = (shared.opsnotesRefills ??= new Map<Part, () => Promise<void>>());

/** When a collection was last changed, in milliseconds since 1970; 0 if never. */
export function lastChange(): number {
  return shared.opsnotesChanged ?? 0;
}

/** Fills all collections again, after a change. */
export async function refillCollections(): Promise<void> {
  await Promise.all([...refills.values()].map((refill) => refill()));
}

/**
 * Makes Astro write its store at once, which it would otherwise do half a second after the last change. Pages see new entries only
 * then. This is no replacement for `refillCollections()`: it may wait for that half second itself, and do nothing while Astro reads
 * its configuration of collections.
 */
export async function saveCollections(refresh: Refresh): Promise<void> {
  await refresh({ loaders: [...refills.keys()].map(nameOf) });
}

/**
 * Loads one part of the content folder into a collection. Unlike Astro's `glob` loader, it reads all files before Astro sees any,
 * so that all faults are reported at once, and it stores the HTML of texts that need no rendering.
 */
export function folderLoader(part: Part): Loader {
  return {
    name: nameOf(part),
    load: async (context) => {
      refills.set(part, () => fill(part, context));
      await fill(part, context);
    },
  };
}

function nameOf(part: Part): string {
  return `opsnotes-${part}`;
}

async function fill(part: Part, context: LoaderContext): Promise<void> {
  const content = await reading();
  const kept = new KeptHtml(join(fileURLToPath(context.config.cacheDir), `${part}-html`));
  const gone = new Set(context.store.keys());
  let isChanged = false;
  for (const entry of content[part]) {
    gone.delete(entry.id);
    if (await put(entry, context, kept)) isChanged = true;
  }
  for (const id of gone) context.store.delete(id);
  if (isChanged || gone.size > 0) shared.opsnotesChanged = Date.now();
  kept.write();
  keepCollection(context.store);
}

/** Stores an entry; false if it was there already. */
async function put(entry: Entry, context: LoaderContext, kept: KeptHtml): Promise<boolean> {
  const { store, config, watcher } = context;
  const { id } = entry;
  const filePath = relative(fileURLToPath(config.root), entry.file);
  // Already checked by the schema.
  const data = entry.data as Record<string, unknown>;
  if (!isText(entry)) {
    // Another version of the software may make different data from the same file.
    return store.set({ id, data, filePath, digest: digestOf([entry.digest, softwareDigest()]) });
  }
  const { file, outline, raw, source } = entry;
  const digest = textDigest(entry);
  const known = store.get(id);
  const body = withoutFrontmatter(source);
  // Must be set before compiling, because the plug-ins need the outline.
  const text: KnownText = { body, outline };
  knownTexts.set(file, text);
  if (known?.digest === digest && known.deferredRender) {
    store.addModuleImport(filePath);
    return false;
  }
  const html =
    (known?.digest === digest ? kept.get(file, digest) : undefined) ??
    (await readyText(entry, body, config, watcher));
  text.html = html;
  if (html !== undefined) kept.set(file, digest, html);
  if (known?.digest === digest) return false;
  const stored = { id, data, filePath, digest };
  if (html === undefined) {
    return store.set({ ...stored, body: body.trim(), deferredRender: true });
  }
  const headings = outline.headings.map(({ depth, text, id: slug }) => ({ depth, slug, text }));
  return store.set({
    ...stored,
    body: standIn('body', file, body.trim()),
    rendered: {
      html: standIn('html', file, html),
      metadata: { headings, frontmatter: raw as Record<string, unknown> },
    },
  });
}

function isText(entry: Entry): entry is TextEntry {
  // Tags have no outline, though the type doesn't allow for `undefined`.
  return 'outline' in entry && (entry.outline as Outline | undefined) !== undefined;
}

/**
 * The loader's only `if`: a text that compiles to plain HTML is stored ready-made. In the dev server everything goes through
 * Vite, which knows what a change affects.
 */
async function readyText(
  { file, raw }: TextEntry,
  body: string,
  config: LoaderContext['config'],
  watcher: LoaderContext['watcher'],
): Promise<string | undefined> {
  return watcher === undefined
    ? readyHtml(body, file, { ...(raw as Record<string, unknown>) }, config)
    : undefined;
}

/**
 * Covers everything that a stored text is made from: the file, our code, and the pictures whose sizes are in its HTML. The file's
 * path too, which the store names: a text may move into a folder of its own without any other change.
 */
function textDigest({ digest, outline, file }: TextEntry): string {
  return digestOf([file, digest, softwareDigest(), fileDigests(outline, file)]);
}

/** Astro warns about a collection that has never had an entry, but a folder without comments is fine. */
function keepCollection(store: LoaderContext['store']): void {
  if (store.keys().length > 0) return;
  store.set({ id: 'none', data: {} });
  store.delete('none');
}
