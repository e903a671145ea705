/** Where the texts of the content folder stand, from the site's root; `articles/paths.ts` has the site's other addresses. */

export const ARTICLES = '/articles/';

/** `xen-summit-2011` → `/articles/xen-summit-2011/` */
export function articlePath(slug: string): string {
  return `${ARTICLES}${slug}/`;
}

/** `about` → `/about/` */
export function pagePath(slug: string): string {
  return `/${slug}/`;
}
