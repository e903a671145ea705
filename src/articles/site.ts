import { dictionary, type Dictionary } from '../i18n/dictionary.ts';
import { contentFolder } from '../content/content-folder.ts';
import { loadSite } from '../content/read-site.ts';
import type { Site } from '../content/schemas/site.ts';

/** The site that is being built. */
export const site: Site = loadSite(contentFolder());

/** The interface's texts in the site's language. */
export const t: Dictionary = dictionary(site.locale);

const base = new URL(site.url).pathname.replace(/\/$/, '');

/** A path from the site's root, below the folder that the site is served from: `/tags/` → `/notes/tags/`. */
export function href(path: string): string {
  return `${base}${path}`;
}

/** A path from the site's root as an absolute address: `/tags/` → `https://example.org/notes/tags/`. */
export function absolute(path: string): string {
  return new URL(href(path), site.url).href;
}
