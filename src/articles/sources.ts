import type { Source } from '../content/schemas/source.ts';
import type { Entry } from './collections.ts';
import { sourcePath } from './paths.ts';

/** A source with its address on the sources page. */
export interface NamedSource extends Source {
  slug: string;
  path: string;
}

/** All sources. */
export function namedSources(entries: readonly Entry<Source>[]): NamedSource[] {
  return entries.map(({ id, data }) => ({ ...data, slug: id, path: sourcePath(id) }));
}
