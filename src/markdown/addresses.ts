import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { attachment, attachmentPath } from './attachments.ts';
import { linkTarget } from './links.ts';

/** Where a tree will stand: what its addresses are resolved against. */
export interface Place {
  /** The page's path from the site's root. */
  path: string;
  /** Absolute path of the MDX file. */
  file: string;
  /** A path from the site's root → what stands in the page: with the base, or the whole address in a feed. */
  href: (path: string) => string;
}

/** Gives every link and picture its final address. */
export function resolveAddresses(tree: Root, place: Place): void {
  visit(tree, 'element', (node: Element) => {
    for (const property of ['href', 'src'] as const) {
      const address = node.properties[property];
      if (typeof address === 'string') node.properties[property] = resolveAddress(address, place);
    }
  });
}

/** One address of an article, final: `./graph.png` → `/articles/a/graph.png`. */
export function resolveAddress(address: string, place: Place): string {
  const beside = attachment(address, place.file);
  if (beside !== undefined) return place.href(attachmentPath(place.path, beside));
  const target = linkTarget(address, place.file);
  if (target.to !== 'path') return address;
  return place.href(target.path) + (target.fragment === undefined ? '' : `#${target.fragment}`);
}
