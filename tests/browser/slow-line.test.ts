import { expect, test } from 'vitest';
import type { SiteName } from '../site/build-sites.ts';
import { readBuilt } from '../site/open-page.ts';
import { shiftsByPieces } from './movement.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const browser = useBrowser();

/** Pages with parts beside each other or added by script. */
const PAGES: [site: SiteName, path: string][] = [
  ['small', '/articles/nightly-copies/'],
  ['own', '/articles/glusterfs-two-nodes-2010/'],
  ['own', '/articles/fudcon-2011-day-one/'],
  ['own', '/'],
  ['own', '/archive/'],
  ['small', '/about/'],
];

/** The payload of a network packet, in bytes. */
const PIECE = 1400;

test.each(PAGES)('"%s" %s does not move while it arrives in pieces', async (site, path) => {
  const html = readBuilt(site, `${path}index.html`);
  for (const width of [360, 800, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.route(addressOf(site, path), (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(addressOf(site, path));
    const shifts = await shiftsByPieces(page, html, PIECE);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    // A line may be drawn before its end arrives, and then wrap, which shifts a thousandth. An element that is pushed
    // away shifts far more.
    expect(shifts.filter((shift) => shift >= 0.005)).toEqual([]);
  }
});
