import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../content/schemas/sandbox.ts';

/** Where root file systems and packages are kept between verifications, outside of any repository. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base?.startsWith('/') === true ? base : join(homedir(), '.cache'), 'opsnotes');
}

/**
 * A folder of the cache. A missing one is created, completely or not at all.
 *
 * @param make fills an empty folder
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await make(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another process may have created it first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Deletes the materials of an article's hosts, so that they are made again. */
export async function forgetMaterials(recipe: Sandbox): Promise<void> {
  for (const folder of materialsOf(recipe)) await rm(folder, { recursive: true, force: true });
}

/** Whether a root file system has to be made, or packages fetched, before an article can be run. */
export function lacksRoot(recipe: Sandbox): boolean {
  return materialsOf(recipe).some((folder) => !existsSync(folder));
}

function materialsOf({ distribution, packages }: Sandbox): string[] {
  const names = packages.length === 0 ? [] : [packagesName(distribution, packages)];
  return [rootName(distribution), ...names].map((name) => join(cacheFolder(), name));
}

/** The name of a distribution's root file system in the cache. */
export function rootName(distribution: string): string {
  return `root-${distribution}`;
}

/** The name of the folder with certain packages in the cache. */
export function packagesName(distribution: string, packages: readonly string[]): string {
  const digest = createHash('sha256')
    .update([...packages].sort().join(' '))
    .digest('hex')
    .slice(0, 12);
  return `packages-${distribution}-${digest}`;
}
