import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Gives Astro's MDX a text as the loader reads it, whatever a checkout made of it: lines that end as on Linux, no byte order mark. Vite reads
 * the texts that import or compute something once more, from their files.
 */
export function lineEnds(): Plugin {
  return {
    name: 'opsnotes-line-ends',
    enforce: 'pre',
    transform: {
      order: 'pre',
      filter: { id: /\.mdx(?:\?|$)/ },
      handler: (code) => ({ code: code.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), map: null }),
    },
  };
}
