import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { ReadFile } from './index-reader.ts';

/** Reads the index from the folder of a built site. */
export function fromFolder(folder: string): ReadFile {
  return async (name) =>
    (await promisify(inflate)(await readFile(join(folder, `${name}.bin`)))).toString('utf8');
}
