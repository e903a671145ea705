import { resolve, sep } from 'node:path';
import { isFile } from './links.ts';

/** This folder is copied to the site's root. */
export const PUBLIC_FOLDER = resolve('public');

/** The file in `public/` for a path from the site's root, if there is one: `/favicon.svg` → `…/public/favicon.svg`. */
export function publicFile(path: string): string | undefined {
  const file = resolve(PUBLIC_FOLDER, `.${path}`);
  return file.startsWith(PUBLIC_FOLDER + sep) && isFile(file) ? file : undefined;
}
