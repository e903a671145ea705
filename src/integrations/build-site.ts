import { chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'astro';
import { checkFolder } from '../checks/folder.ts';
import type { Fault } from '../checks/fault.ts';

/** What was found in the content. */
interface Found {
  faults: Fault[];
  warnings: Fault[];
}

/**
 * Checks a content folder and builds its site into `out`. Returns the faults that kept it from building, and warnings.
 *
 * The build goes into a folder beside `out` and takes its place only when it is whole, so that neither a fault nor a
 * crash nor a reader in between ever finds half a site.
 *
 * @throws what Astro throws where the software, not the content, is wrong
 */
export async function buildSite(content: string, out: string): Promise<Found> {
  const { faults, warnings } = await checkFolder(content);
  if (faults.length > 0) return { faults, warnings };
  // Whatever the shell says: a build is for readers.
  Object.assign(process.env, {
    OPSNOTES_CONTENT: content,
    OPSNOTES_COMMAND: 'build',
    NODE_ENV: 'production',
  });
  const fresh = await mkdtemp(join(dirname(out), `.${basename(out)}-`));
  try {
    await build({ root: process.cwd(), outDir: fresh, logLevel: process.env['CI'] ? 'warn' : 'info' });
    // A folder made by `mkdtemp` is its owner's alone; a site is for any web server to read.
    await chmod(fresh, 0o755);
    await replace(out, fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return { faults: [], warnings };
}

/** Two renames, for a folder cannot be renamed over one that isn't empty. */
async function replace(out: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  try {
    await rename(out, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
}
