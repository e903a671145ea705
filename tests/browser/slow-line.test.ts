import { expect, test } from 'vitest';
import type { SiteName } from '../site/build-sites.ts';
import { readBuilt } from '../site/open-page.ts';
import { shiftsByPieces } from './movement.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const browser = useBrowser();

/** Pages with parts that stand beside others or are added by script. */
const PAGES: [site: SiteName, path: string][] = [
  ['small', '/articles/nightly-copies/'],
  ['own', '/articles/glusterfs-two-nodes-2010/'],
  ['own', '/articles/fudcon-2011-day-one/'],
  ['own', '/'],
  ['own', '/archive/'],
  ['small', '/about/'],
];

/** What a packet of a connection holds. */
const PIECE = 1400;

test.each(PAGES)('"%s" %s stays where it is while it arrives in pieces', async (site, path) => {
  const html = readBuilt(site, `${path}index.html`);
  for (const width of [360, 800, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.route(addressOf(site, path), (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(addressOf(site, path));
    const shifts = await shiftsByPieces(page, html, PIECE);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    // A line may be drawn before its end has come, and then wrap: a thousandth. A part that is pushed away is far more.
    expect(shifts.filter((shift) => shift >= 0.005)).toEqual([]);
  }
});
