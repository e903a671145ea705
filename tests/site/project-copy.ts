import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The contents of somebody's own project: ours, without the content. */
const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * A copy of the project, like that of somebody who has adopted it, with their additions.
 *
 * @param additions a folder to copy over it
 * @param configure changes `astro.config.mjs`
 * @returns its folder, absolute
 */
export function projectCopy(
  name: string,
  additions: string,
  configure: (config: string) => string = (config) => config,
): string {
  // Not in `node_modules`, where Node doesn't strip types.
  const folder = resolve('.cache', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  cpSync(additions, folder, { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const config = join(folder, 'astro.config.mjs');
  writeFileSync(config, configure(readFileSync(config, 'utf8')));
  return folder;
}
