import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/** Modules that pages load on demand, and the name that their scripts use for the address. */
const LATER_MODULES = {
  SEARCH_PANEL: 'src/search/ui/open-search.ts',
  ON_DEMAND: 'src/components/on-demand.ts',
};

/** Marks a module as part of an on-demand script, and says of which one. */
const LATER = /\?later=\w+$/;

/**
 * Bundles each on-demand module into one file of its own, and the pages' script into another. The bundler must not follow the
 * import of an on-demand module, or it would move shared code into extra files, each of them a request more; instead the
 * on-demand file gets its own copy.
 *
 * @param base the folder that the site is served from, with a trailing slash
 */
export function wholeScripts(base: string): Plugin {
  const modules = Object.entries(LATER_MODULES);
  /** Keyed by the placeholder that scripts contain until the address is known. */
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
