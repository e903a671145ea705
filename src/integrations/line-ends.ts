import type { AstroUserConfig } from 'astro';

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>;

/**
 * Gives Astro's MDX the same text that the loader reads, whatever a checkout has made of it: Unix line endings, no byte order
 * mark. Vite reads texts that import or compute something from their files again.
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
