import type { Source } from '../content/schemas/source.ts';

/** A source with its place on the sources page. */
export interface NamedSource extends Source {
  slug: string;
  path: string;
}
