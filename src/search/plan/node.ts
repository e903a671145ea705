import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NAMES, RANKING, type OpenIndex, type PagefindModule } from './client.ts';

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
  const basePath = pathToFileURL(join(folder, '/')).href;
  await read(join(folder, 'pagefind.js'));
  const { createInstance } = (await import(`${basePath}pagefind.js`)) as PagefindModule;
  const client = createInstance({ basePath, ranking: RANKING });
  await client.init();
  return {
    client,
    names: async () => new TextDecoder().decode(await read(join(folder, NAMES))).split('\n'),
  };
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
