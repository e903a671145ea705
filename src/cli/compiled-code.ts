import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

/**
 * Most files kept, about twice what all commands load. Node removes nothing, and each build adds fifty: Astro's bundles of the pages have
 * new paths each time.
 */
const MOST_FILES = 6000;

/**
 * Keeps the compiled code of all modules that are loaded from now on, here and in threads and programs started later: loading
 * Astro and our own code is a tenth of a small build's work. See https://nodejs.org/api/module.html#module-compile-cache
 *
 * @param folder where it is kept
 */
export function keepCompiledCode(folder = resolve('node_modules/.cache/opsnotes-code')): void {
  try {
    if (readdirSync(folder, { recursive: true }).length > MOST_FILES) rmSync(folder, { recursive: true });
  } catch {
    // There is none yet, or another command is using it.
  }
  enableCompileCache(folder);
  // Threads don't inherit it.
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
