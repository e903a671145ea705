import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  COMMON,
  ENTRY,
  linesOf,
  NAMES,
  NOTHING,
  places,
  RANKING,
  type Entry,
  type Language,
  type OpenIndex,
  type PagefindClient,
  type PagefindModule,
} from './client.ts';
import { watched } from './watched.ts';

/** Gives the bytes of a file. */
export type ReadBytes = (file: string) => Promise<Uint8Array<ArrayBuffer>>;

let read: ReadBytes = readFile;

/**
 * Opens the index in the folder of a built site by Pagefind's own client.
 *
 * @param reader reads every file of the index; of two indexes that are open at a time the newer one's reads for both
 * @throws where the index isn't whole, or isn't there
 */
export async function openFolder(folder: string, reader: ReadBytes = readFile): Promise<OpenIndex> {
  read = reader;
  fetchFiles();
  const isEmpty = (await languagesOf(folder)).length === 0;
  const lines = async (name: string): Promise<string[]> =>
    linesOf(new TextDecoder().decode(await read(join(folder, name))));
  let names: Promise<string[]> | undefined;
  return {
    client: isEmpty ? NOTHING : await openClient(folder),
    common: places(await lines(COMMON)),
    names: () => (names ??= lines(NAMES)),
  };
}

/** The languages that are indexed. Where a file of one is damaged, Pagefind's client would end the whole process. */
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

/** Pagefind's client asks by `fetch`, and Node's knows no files. */
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
