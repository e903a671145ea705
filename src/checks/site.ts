import type { Fault } from '../content/fault.ts';
import { addressFaults } from './site/addresses.ts';
import { readBuiltSite } from './site/built-site.ts';
import { copyFaults } from './site/copies.ts';
import { feedFilesFaults } from './site/feeds.ts';
import { htmlFaults } from './site/html.ts';
import { styleFaults } from './site/styles.ts';
import { sitePaths } from './site-paths.ts';
import { withoutFaulty, type Content } from '../content/read-content.ts';
import type { Site } from '../content/schemas/site.ts';

/** The result of checking a built site. */
interface CheckedSite {
  pages: number;
  faults: Fault[];
}

/**
 * Checks a built site the way readers and their programs use it: all addresses, the HTML, what is copied, feeds and sitemaps.
 *
 * @param folder the built site, absolute
 * @param content what it was built from
 */
export async function checkSite(folder: string, content: Content, settings: Site): Promise<CheckedSite> {
  const paths = new Set(sitePaths(content).keys());
  const site = readBuiltSite(folder, withoutFaulty(content), settings, paths);
  const faults = [
    ...addressFaults(site),
    ...styleFaults(site),
    ...copyFaults(site),
    ...feedFilesFaults(site),
    ...(await htmlFaults(site)),
  ];
  return { pages: site.pages.length, faults };
}
