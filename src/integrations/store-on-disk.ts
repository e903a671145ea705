import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Makes a build read Astro's collection store from the file where Astro keeps it, and puts the texts back into it.
 *
 * Astro puts the store into a module as one string, and the bundler makes half a dozen copies of it: with 5,000 articles of 16 kB
 * that was a third of the memory, and some seconds. Pages are rendered in the process that wrote the file, so they can read it
 * there, and take from memory what the loader has replaced with stand-ins. If Astro ever renames the module, the build stops.
 * This plug-in can go as soon as Astro's `experimental.collectionStorage` keeps texts out of modules.
 *
 * @param cacheDir Astro's `cacheDir`
 */
export function storeOnDisk(cacheDir: string): Plugin {
  const file = JSON.stringify(join(process.cwd(), cacheDir, 'data-store.json'));
  const standIns = JSON.stringify(fileURLToPath(new URL('../content/stand-ins.ts', import.meta.url)));
  let isLoaded = false;
  return {
    name: 'opsnotes-store-on-disk',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    load: {
      // Before Astro's own plug-in, which would otherwise load the module.
      order: 'pre',
      filter: { id: /^\0astro:data-layer-content$/ },
      handler() {
        isLoaded = true;
        return {
          code: `import { readFileSync } from 'node:fs';
import { withTexts } from ${standIns};
export default withTexts(JSON.parse(readFileSync(${file}, 'utf8')));`,
          map: { mappings: '' },
        };
      },
    },
    buildEnd(error) {
      // Pages would show the stand-ins.
      if (error === undefined && !isLoaded)
        this.error('Unexpected version of Astro, expected one that loads `astro:data-layer-content`.');
    },
  };
}
