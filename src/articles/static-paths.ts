import { randomUUID } from 'node:crypto';
import { digestOf } from '../content/digest.ts';
import type { ListPage } from './listing.ts';

/** A page of a dynamic route. */
interface Page {
  /** Its path from the site's root. */
  path: string;
  params: Record<string, string | undefined>;
  /** Everything it shows, apart from the site's settings. */
  props: object;
  /** Whether it must always be rendered because our digests don't cover all it shows, such as a text with imports. */
  always?: boolean;
}

/** Decides whether a page of the last build can be kept, given its file and a digest of all that it shows. */
export type StaysAsItIs = (file: string, digest: string) => boolean;

/** On `globalThis`, because the pages' bundle has its own copy of this module. */
const kept = globalThis as { opsnotesStays?: StaysAsItIs | undefined };

/** Tells a build which pages it can keep; without this call, all pages are rendered. */
export function skipPages(stays: StaysAsItIs): void {
  kept.opsnotesStays = stays;
}

/**
 * The result of a route's `getStaticPaths`, without the pages that haven't changed since the last build. A page shows nothing but
 * its props, so a digest of the props tells.
 *
 * Astro's `experimental.incrementalBuild` doesn't fit: it keeps a second copy of every page, doesn't notice when one is damaged,
 * and needs a cache key from each page, in which something is sooner or later forgotten.
 */
export function staticPaths<P extends Page>(route: string, pages: P[]): Pick<P, 'params' | 'props'>[] {
  const stays = kept.opsnotesStays;
  if (stays === undefined) return pages;
  return pages.filter(({ path, props, always = false }) => {
    const digest = always ? randomUUID() : digestOf([route, path, props]);
    return !stays(`${path.slice(1)}index.html`, digest);
  });
}

/** The pages of one list, in a route such as `/articles/[...rest]`: `/articles/`, `/articles/pages/2/`. */
export function listPaths<List extends ListPage<unknown>>(route: string, lists: List[], shared: object) {
  return staticPaths(
    route,
    lists.map((list) => ({
      path: list.path,
      params: { rest: list.page === 1 ? undefined : `pages/${list.page}` },
      props: { list, ...shared },
    })),
  );
}
