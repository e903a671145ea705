import { resolve, sep } from 'node:path';
import { isFile } from './links.ts';

/** The folder that is copied to the site's root as it is. */
const FOLDER = resolve('public');

/** The file of `public/` at a path from the site's root, if there is one: `/favicon.svg` → `…/public/favicon.svg`. */
export function publicFile(path: string): string | undefined {
  const file = resolve(FOLDER, `.${path}`);
  return file.startsWith(FOLDER + sep) && isFile(file) ? file : undefined;
}
