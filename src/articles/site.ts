import type { Site } from '../content/schemas/site.ts';
import { dictionary, type Dictionary } from '../i18n/dictionary.ts';

/** The settings, put into the bundle of pages by `astro.config.mjs`: nothing is read when a module is loaded. */
declare const SITE_SETTINGS: Site | undefined;

/** The site that is being built; `useSite` says which it is. */
export let site: Site;

/** The interface's texts in the site's language. */
export let t: Dictionary;

let base: string;

/** Says which site is being built, before anything asks. Whoever starts a program does so once. */
export function useSite(settings: Site): void {
  site = settings;
  t = dictionary(settings.locale);
  base = new URL(settings.url).pathname.replace(/\/$/, '');
}

if (typeof SITE_SETTINGS !== 'undefined') useSite(SITE_SETTINGS);

/** A path from the site's root, below the folder that the site is served from: `/tags/` → `/notes/tags/`. */
export function href(path: string): string {
  return `${base}${path}`;
}

/** A path from the site's root as an absolute address: `/tags/` → `https://example.org/notes/tags/`. */
export function absolute(path: string): string {
  return new URL(href(path), site.url).href;
}
