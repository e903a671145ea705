import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteName } from '../site/build-sites.ts';
import { readBuilt } from '../site/open-page.ts';
import { useBrowser } from './use-browser.ts';

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

/** Bytes that arrive at once, and how many milliseconds later the next do. */
const PIECE = 1400;
const PAUSE = 40;

let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, site, path] = /^\/(\w+)(\/.*\/|\/)$/.exec(request.url ?? '') ?? [];
    if (path === undefined) {
      response.writeHead(404).end();
      return;
    }
    const page = Buffer.from(readBuilt(site as SiteName, `${path}index.html`));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    let sent = page.indexOf('<body');
    response.write(page.subarray(0, sent));
    const clock = setInterval(() => {
      response.write(page.subarray(sent, (sent += PIECE)));
      if (sent < page.length) return;
      clearInterval(clock);
      response.end();
    }, PAUSE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(() => {
  server.close();
});

test.each(PAGES)('"%s" %s stays where it is while it arrives in pieces', async (site, path) => {
  // A line may be drawn before its end has come, and then wrap: a thousandth. A part that is pushed away is far more.
  const shifts = await Promise.all([360, 800, 1280].map((width) => shiftOf(site + path, width)));
  expect(shifts.filter((shift) => shift >= 0.005)).toEqual([]);
});

/** How much moves at a width of the window. */
async function shiftOf(path: string, width: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.addInitScript(countShifts);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            done((globalThis as unknown as { shift: number }).shift);
          }),
        );
      }),
  );
}

/** Runs in the page, before anything of its own: https://wicg.github.io/layout-instability/ */
function countShifts(): void {
  const counter = globalThis as unknown as { shift: number };
  counter.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      counter.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
