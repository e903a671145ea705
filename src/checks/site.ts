import type { Fault } from '../content/fault.ts';
import { addressFaults } from './site/addresses.ts';
import { readBuiltSite } from './site/built-site.ts';
import { copyFaults } from './site/copies.ts';
import { feedFilesFaults } from './site/feeds.ts';
import { htmlFaults } from './site/html.ts';
import { styleFaults } from './site/styles.ts';
import type { GoodContent } from '../content/read-content.ts';
import type { Site } from '../content/schemas/site.ts';

/** What was found in a built site. */
interface CheckedSite {
  pages: number;
  faults: Fault[];
}

/**
 * Asks a built site as readers and their programs would: every address, the HTML, what is copied, feeds and sitemaps.
 *
 * @param folder the built site, absolute
 * @param content what it was built of
 */
export async function checkSite(folder: string, content: GoodContent, settings: Site): Promise<CheckedSite> {
  const site = readBuiltSite(folder, content, settings);
  const faults = [
    ...addressFaults(site),
    ...styleFaults(site),
    ...copyFaults(site),
    ...feedFilesFaults(site),
    ...(await htmlFaults(site)),
  ];
  return { pages: site.pages.length, faults };
}
