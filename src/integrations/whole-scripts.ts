import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

const PANEL = 'src/search/ui/panel.ts';

/** Stands in a script for the panel's address, until that is known. */
const ADDRESS = '__SEARCH_PANEL__';

/** Marks a module that belongs to a script which pages load later. */
const LATER = '?later';

/**
 * Makes the search's panel a file that pages load when it is wanted, and everything else a part of the page: Astro inlines
 * scripts that are small and whole. So that they are, the panel is no import that the bundler follows, which would also make
 * files of its own of what two scripts have in common, and gets a copy of it.
 *
 * @param base the folder that the site lies in, with a slash at the end
 */
export function wholeScripts(base: string): Plugin {
  let panel: string | undefined;
  return {
    name: 'opsnotes-whole-scripts',
    enforce: 'pre',
    config: (_, { command }) => ({
      define: { SEARCH_PANEL: JSON.stringify(command === 'build' ? ADDRESS : base + PANEL) },
    }),
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      if (this.environment.mode === 'build')
        panel = this.emitFile({
          type: 'chunk',
          id: PANEL + LATER,
          name: 'search-panel',
          preserveSignature: 'strict',
        });
    },
    async resolveId(source, importer = '') {
      if (![source, importer].some((id) => id.endsWith(LATER))) return null;
      const found = await this.resolve(source.replace(LATER, ''), importer.replace(LATER, ''), {
        skipSelf: true,
      });
      return found?.id.endsWith('.ts') === true ? { ...found, id: found.id + LATER } : found;
    },
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        for (const output of Object.values(bundle))
          if (output.type === 'chunk' && panel !== undefined)
            output.code = output.code.replaceAll(ADDRESS, base + this.getFileName(panel));
      },
    },
  };
}
