/** Attributes that contain an address, under hast's names. `srcSet` contains several, and is refused. */

/** Addresses that a reader follows. */
export const LINKS = ['href', 'xLinkHref', 'action', 'formAction', 'cite'] as const;

/** Addresses that a browser fetches on its own. */
export const RESOURCES = ['src', 'srcSet', 'poster', 'data', 'background'] as const;

/**
 * What an attribute's address is for, however its name is written (`xlink:href`, `formaction`); undefined if it is no address.
 */
export function addressKind(attribute: string, element: string): 'link' | 'resource' | undefined {
  const name = attribute.replace(':', '').toLowerCase();
  const is = (property: string): boolean => property.toLowerCase() === name;
  if (RESOURCES.some(is)) return 'resource';
  if (!LINKS.some(is)) return undefined;
  return FETCHED_BY_HREF.has(element) ? 'resource' : 'link';
}

/** Elements whose `href` a browser fetches: style sheets, icons, and images in SVG. */
const FETCHED_BY_HREF = new Set(['link', 'image', 'use', 'feImage']);
