/** Attributes that hold an address, by hast's names for them. `srcSet` is one too, but is refused: it has several. */

/** Addresses that a reader follows. */
export const LINKS = ['href', 'xLinkHref', 'action', 'formAction', 'cite'] as const;

/** Addresses that a browser fetches by itself. */
export const RESOURCES = ['src', 'srcSet', 'poster', 'data', 'background'] as const;

/** What an attribute's address is for, whichever way its name is written: `xlink:href`, `formaction`; else undefined. */
export function addressKind(attribute: string, element: string): 'link' | 'resource' | undefined {
  const name = attribute.replace(':', '').toLowerCase();
  const is = (property: string): boolean => property.toLowerCase() === name;
  if (RESOURCES.some(is)) return 'resource';
  if (!LINKS.some(is)) return undefined;
  return FETCHED_BY_HREF.has(element) ? 'resource' : 'link';
}

/** Elements whose `href` a browser fetches: style sheets, icons and what an SVG draws. */
const FETCHED_BY_HREF = new Set(['link', 'image', 'use', 'feImage']);
