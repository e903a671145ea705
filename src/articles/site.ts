import type { Site } from '../content/schemas/site.ts';
import { dictionary, type Dictionary } from '../i18n/dictionary.ts';

/** The settings, put into the pages' bundle by `astro.config.mjs`, so that loading a module reads nothing. */
declare const SITE_SETTINGS: Site | undefined;

/** The site being built, set by `useSite`. */
export let site: Site;

/** The interface texts in the site's language. */
export let t: Dictionary;

let base: string;

/** Sets the site being built. Call it once, when a program starts, before anything needs the settings. */
export function useSite(settings: Site): void {
  site = settings;
  t = dictionary(settings.locale);
  base = new URL(settings.url).pathname.replace(/\/$/, '');
}

if (typeof SITE_SETTINGS !== 'undefined') useSite(SITE_SETTINGS);

/** Adds the site's base to a path from its root: `/tags/` → `/notes/tags/`. */
export function href(path: string): string {
  return `${base}${path}`;
}

/** Turns a path from the site's root into a full URL: `/tags/` → `https://example.org/notes/tags/`. */
export function absolute(path: string): string {
  return new URL(href(path), site.url).href;
}
