import { digestOf } from '../articles/digest.ts';
import { Outputs } from './outputs.ts';

/** The build that is going on, on `globalThis`, for pages run in a bundle with modules of its own. */
const kept = globalThis as { opsnotesOutputs?: Outputs | undefined };

/** Tells the pages of this process about their build. */
export function setOutputs(outputs: Outputs): void {
  kept.opsnotesOutputs = outputs;
}

/** A page of a dynamic route. */
interface Page {
  /** Its path from the site's root. */
  path: string;
  params: Record<string, string>;
  /** Everything that it shows beside the site's settings. */
  props: object;
}

/**
 * Which pages of a route Astro has to render: those that show something else than in the last build. A page shows its
 * properties and nothing else, so their digest tells. In the dev server all.
 *
 * Not by Astro's own `experimental.incrementalBuild`: that keeps a second copy of every page, doesn't notice when one of
 * them is damaged, and asks each page for a key, which forgets something sooner or later.
 */
export function changedPages<P extends Page>(route: string, pages: P[]): P[] {
  const outputs = kept.opsnotesOutputs;
  if (outputs === undefined) return pages;
  return pages.filter(
    ({ path, props }) => !outputs.has(`${path.slice(1)}index.html`, digestOf([route, path, props])),
  );
}
