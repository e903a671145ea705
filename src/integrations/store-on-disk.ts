import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Makes a build read Astro's collection store from the file where Astro keeps it.
 *
 * Astro puts the store into a module as one string, and the bundler makes half a dozen copies of it: with 5,000 articles of 16 kB
 * that was a third of the memory, and some seconds. Pages are rendered in the process that wrote the file, so they can read it
 * there. If Astro ever renames the module, builds only get slower again. This plug-in can go as soon as Astro's
 * `experimental.collectionStorage` keeps texts out of modules.
 *
 * @param cacheDir Astro's `cacheDir`
 */
export function storeOnDisk(cacheDir: string): Plugin {
  const file = JSON.stringify(join(process.cwd(), cacheDir, 'data-store.json'));
  return {
    name: 'opsnotes-store-on-disk',
    apply: 'build',
    load: {
      // Before Astro's own plug-in, which would otherwise load the module.
      order: 'pre',
      filter: { id: /^\0astro:data-layer-content$/ },
      handler: () => ({
        code: `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(${file}, 'utf8'));`,
        map: { mappings: '' },
      }),
    },
  };
}
