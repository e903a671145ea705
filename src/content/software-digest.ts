import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, digestOfFile } from './digest.ts';
import { filesIn } from './files-in.ts';

/** Besides the content, a site depends on these: our code and the libraries it uses. */
const FOLDERS = ['src', 'public'];
const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

let known: string | undefined;

/** Digests our code, its settings and the versions of all its dependencies; computed once per process. */
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
