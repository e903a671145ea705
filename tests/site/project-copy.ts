import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What somebody's own project has: ours, but for the content. */
const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * A copy of the project as somebody has it who has taken it over, with what they have added.
 *
 * @param additions a folder that is laid over the copy
 * @param configure what becomes of `astro.config.mjs`
 * @returns its folder, absolute
 */
export function projectCopy(
  name: string,
  additions: string,
  configure: (config: string) => string = (config) => config,
): string {
  // Not in `node_modules`, where Node strips no types.
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
