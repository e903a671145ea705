import { attachment, attachmentPath } from '../content/outline/attachments.ts';
import { linkTarget } from '../content/outline/links.ts';

/** Where a text will stand: what the addresses in it are resolved against. */
export interface Place {
  /** The page's path from the site's root. */
  path: string;
  /** Absolute path of the MDX file. */
  file: string;
  /** A path from the site's root → what stands in the page: with the base, or the whole address in a feed. */
  href: (path: string) => string;
}

/** One address of an article, final: `./graph.png` → `/articles/a/graph.png`. */
export function resolveAddress(address: string, place: Place): string {
  const target = linkTarget(address, place.file);
  if (target.to === 'path') {
    // As written, for what was decoded there would have to be encoded again.
    return place.href(address.startsWith('/') ? address : target.path + target.rest);
  }
  const beside = attachment(address, place.file);
  return beside === undefined ? address : place.href(attachmentPath(place.path, beside) + beside.rest);
}
