import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  ENTRY,
  linesOf,
  NOTHING,
  openIndex,
  RANKING,
  type Entry,
  type Language,
  type OpenIndex,
  type PagefindClient,
  type PagefindModule,
} from './client.ts';
import { watched } from './watched.ts';

/** Reads the bytes of a file. */
export type ReadBytes = (file: string) => Promise<Uint8Array<ArrayBuffer>>;

let read: ReadBytes = readFile;

/**
 * Opens the index in the folder of a built site with Pagefind's own client.
 *
 * @param reader reads every file of the index; if two indexes are open at a time, the newer one's reader serves both
 * @throws if the index is missing or damaged
 */
export async function openFolder(folder: string, reader: ReadBytes = readFile): Promise<OpenIndex> {
  read = reader;
  fetchFiles();
  const isEmpty = (await languagesOf(folder)).length === 0;
  const lines = async (name: string): Promise<string[]> =>
    linesOf(new TextDecoder().decode(await read(join(folder, name))));
  return openIndex(isEmpty ? NOTHING : await openClient(folder), lines);
}

/**
 * The indexed languages. Checked first, because Pagefind's client ends the whole process if a language's file is
 * damaged.
 */
async function languagesOf(folder: string): Promise<Language[]> {
  const entry = JSON.parse(await readFile(join(folder, ENTRY), 'utf8')) as Entry;
  const languages = Object.values(entry.languages);
  for (const { hash, wasm } of languages)
    for (const file of [`pagefind.${hash}.pf_meta`, `wasm.${wasm ?? 'unknown'}.pagefind`])
      gunzipSync(await readFile(join(folder, file)));
  return languages;
}

async function openClient(folder: string): Promise<PagefindClient> {
  await read(join(folder, 'pagefind.js'));
  const basePath = pathToFileURL(join(folder, '/')).href;
  const { createInstance } = (await import(`${basePath}pagefind.js`)) as PagefindModule;
  const client = createInstance({ basePath, ranking: RANKING });
  await client.init();
  return watched(client);
}

let isFetchingFiles = false;

/** Pagefind's client uses `fetch`, which can't read files in Node. */
function fetchFiles(): void {
  if (isFetchingFiles) return;
  isFetchingFiles = true;
  const web = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (typeof input !== 'string' || !input.startsWith('file:')) return web(input, init);
    const address = new URL(input);
    address.search = '';
    return new Response(await read(fileURLToPath(address)));
  };
}
