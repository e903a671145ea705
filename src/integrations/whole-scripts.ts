import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/** What pages load later, and the name that stands in their scripts for its address. */
const LATER_MODULES = {
  SEARCH_PANEL: 'src/search/ui/open-search.ts',
  ON_DEMAND: 'src/components/on-demand.ts',
};

/** Marks a module that belongs to a script which pages load later, and tells which. */
const LATER = /\?later=\w+$/;

/**
 * Makes what is only wanted later files that pages load then, and everything else a part of the page: Astro inlines
 * scripts that are small and whole. So that they are, such a file is no import that the bundler follows, which would also make
 * files of its own of what two scripts have in common, and gets a copy of it.
 *
 * @param base the folder that the site lies in, with a slash at the end
 */
export function wholeScripts(base: string): Plugin {
  const modules = Object.entries(LATER_MODULES);
  /** By what stands in a script for the address, until that is known. */
  const files = new Map<string, string>();
  return {
    name: 'opsnotes-whole-scripts',
    enforce: 'pre',
    config: (_, { command }) => ({
      define: Object.fromEntries(
        modules.map(([name, path]) => [
          name,
          JSON.stringify(command === 'build' ? standIn(name) : base + path),
        ]),
      ),
    }),
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      if (this.environment.mode !== 'build') return;
      for (const [name, path] of modules) {
        const id = `${path}?later=${name}`;
        const fileName = name.toLowerCase().replaceAll('_', '-');
        files.set(
          standIn(name),
          this.emitFile({ type: 'chunk', id, name: fileName, preserveSignature: 'strict' }),
        );
      }
    },
    async resolveId(source, importer = '') {
      const [mark] = LATER.exec(source) ?? LATER.exec(importer) ?? [];
      if (mark === undefined) return null;
      const found = await this.resolve(source.replace(LATER, ''), importer.replace(LATER, ''), {
        skipSelf: true,
      });
      return found?.id.endsWith('.ts') === true ? { ...found, id: found.id + mark } : found;
    },
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          for (const [stand, file] of files)
            output.code = output.code.replaceAll(stand, base + this.getFileName(file));
        }
      },
    },
  };
}

function standIn(name: string): string {
  return `__${name}__`;
}
