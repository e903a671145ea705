import { attachment, attachmentPath } from '../content/outline/attachments.ts';
import { linkTarget } from '../content/outline/links.ts';

/** Where a text is published: addresses in it are resolved against this. */
export interface Place {
  /** The page's path from the site's root. */
  path: string;
  /** Absolute path of the MDX file. */
  file: string;
  /** Turns a path from the site's root into what the page contains: with the base added, or a full URL in a feed. */
  href: (path: string) => string;
}

/** Resolves an address in an article to its final form: `./graph.png` → `/articles/a/graph.png`. */
export function resolveAddress(address: string, place: Place): string {
  const target = linkTarget(address, place.file);
  if (target.to === 'path') {
    // Keep the address as written: a decoded one would have to be encoded again.
    return place.href(address.startsWith('/') ? address : target.path + target.rest);
  }
  const beside = attachment(address, place.file);
  return beside === undefined ? address : place.href(attachmentPath(place.path, beside) + beside.rest);
}
