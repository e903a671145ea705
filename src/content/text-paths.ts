/**
 * Where the texts of the content folder are published, from the site's root. The site's other addresses are in
 * `articles/paths.ts`.
 */

export const ARTICLES = '/articles/';

/** `xen-summit-2011` → `/articles/xen-summit-2011/` */
export function articlePath(slug: string): string {
  return `${ARTICLES}${slug}/`;
}

/** `about` → `/about/` */
export function pagePath(slug: string): string {
  return `/${slug}/`;
}
