import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/** Marks a module that belongs to a script which pages load later. */
const LATER = '?later';

/** Vite's name for what it puts around each `import()`. */
const PRELOAD = '\0vite/preload-helper.js';

/**
 * Keeps each script of a page in one file. What two scripts have in common the bundler makes a file of its own: on a slow
 * line one more wait, for a few hundred bytes. So a script that is loaded when it is wanted gets its own copy.
 */
export function wholeScripts(): Plugin {
  return {
    name: 'opsnotes-whole-scripts',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer = '') {
      const isLater = importer.endsWith(LATER);
      if (!isLater && !source.endsWith('/search-panel.ts')) return null;
      const found = await this.resolve(source, importer.replace(LATER, ''), { skipSelf: true });
      return found?.id.endsWith('.ts') === true ? { ...found, id: found.id + LATER } : found;
    },
    // Vite's own would look for files to load ahead of such a script; whole as it is, it has none.
    load: (id) => (id === PRELOAD ? 'export const __vitePreload = (load) => load();' : null),
  };
}
