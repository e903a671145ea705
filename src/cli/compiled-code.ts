import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

/**
 * Keeps the compiled code of all modules that are loaded from now on, here and in threads and programs started later: loading
 * Astro and our own code is a tenth of a small build's work. See https://nodejs.org/api/module.html#module-compile-cache
 */
export function keepCompiledCode(): void {
  const folder = resolve('node_modules/.cache/opsnotes-code');
  enableCompileCache(folder);
  // Threads don't inherit it.
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
