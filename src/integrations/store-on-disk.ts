import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Has a build read Astro's store of collections from the file where Astro keeps it.
 *
 * Astro puts the store into a module as one string, of which the bundler makes half a dozen copies: with 5,000 articles of
 * 16 kB that was a third of the memory and some seconds. Pages are rendered in the process that has written the file, so
 * they can read it there. Should Astro call the module otherwise one day, builds only become slower again; this can go as
 * soon as Astro's `experimental.collectionStorage` keeps texts out of modules.
 *
 * @param cacheDir Astro's `cacheDir`
 */
export function storeOnDisk(cacheDir: string): Plugin {
  const file = JSON.stringify(join(process.cwd(), cacheDir, 'data-store.json'));
  return {
    name: 'opsnotes-store-on-disk',
    apply: 'build',
    load: {
      // Before Astro's own, which is there for whoever builds without this.
      order: 'pre',
      filter: { id: /^\0astro:data-layer-content$/ },
      handler: () => ({
        code: `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(${file}, 'utf8'));`,
        map: { mappings: '' },
      }),
    },
  };
}
