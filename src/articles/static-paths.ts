import { randomUUID } from 'node:crypto';
import { digestOf } from '../content/digest.ts';

/** A page of a dynamic route. */
interface Page {
  /** Its path from the site's root. */
  path: string;
  params: Record<string, string | undefined>;
  /** Everything that it shows beside the site's settings. */
  props: object;
  /** Whether it shows something that no digest of ours covers, as a text with imports does. */
  always?: boolean;
}

/** Tells whether a page of the last build can stay, given its file and a digest of all that it shows. */
export type StaysAsItIs = (file: string, digest: string) => boolean;

/** On `globalThis`, because the pages are in a bundle with modules of its own. */
const kept = globalThis as { opsnotesStays?: StaysAsItIs | undefined };

/** Has a build say which pages can stay; without it all are rendered. */
export function skipPages(stays: StaysAsItIs): void {
  kept.opsnotesStays = stays;
}

/**
 * What `getStaticPaths` of a route returns: its pages without those that show just what they showed in the last build. A page
 * shows its properties and nothing else, so their digest tells.
 *
 * Not by Astro's own `experimental.incrementalBuild`: that keeps a second copy of every page, doesn't notice when one of
 * them is damaged, and asks each page for a key, which forgets something sooner or later.
 */
export function staticPaths<P extends Page>(route: string, pages: P[]): Pick<P, 'params' | 'props'>[] {
  const stays = kept.opsnotesStays;
  if (stays === undefined) return pages;
  return pages.filter(({ path, props, always = false }) => {
    const digest = always ? randomUUID() : digestOf([route, path, props]);
    return !stays(`${path.slice(1)}index.html`, digest);
  });
}
