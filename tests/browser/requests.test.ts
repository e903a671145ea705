import { expect, test } from 'vitest';
import { settled } from './settled.ts';
import { TEMPLATES } from './templates.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const browser = useBrowser();

/** What a page asks for by itself. Pictures are what an article shows; an address that asks something loads the search. */
const PAGES = TEMPLATES.filter(([, path]) => !path.includes('?'));

test.each(PAGES)(
  '"%s" %s is one request besides its icon, with JavaScript and without',
  async (site, path) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await browser.newPage({ javaScriptEnabled });
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() !== 'image') asked.push(request.url());
      });
      await page.goto(addressOf(site, path), { waitUntil: 'load' });
      if (javaScriptEnabled) await settled(page);
      expect(asked.filter((address) => !address.endsWith('/favicon.svg'))).toEqual([addressOf(site, path)]);
    }
  },
);

test('the search is loaded when a reader turns to it, and not before', async () => {
  const page = await browser.open('small', '/articles/nightly-copies/');
  await settled(page);
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => !name.endsWith('/favicon.svg'))).toEqual([]);
  await Promise.all([page.waitForRequest(/\/_astro\/search-panel\..+\.js$/), page.keyboard.press('/')]);
});
