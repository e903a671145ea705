import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, digestOfFile } from './digest.ts';
import { filesIn } from './files-in.ts';

/** What decides how content becomes a site, beside the content: our code and the libraries that it runs on. */
const FOLDERS = ['src', 'public'];
const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

let known: string | undefined;

/** A digest of our code, its settings and the versions of all that it uses; made once in each process. */
export function softwareDigest(): string {
  return (known ??= readDigest());
}

function readDigest(): string {
  const files = [...FOLDERS.flatMap((folder) => filesIn(folder).map((file) => join(folder, file))), ...FILES];
  return digestOf([
    process.version,
    ...files.map((file) => [file, existsSync(file) ? digestOfFile(file) : '']),
  ]);
}
