import { expect, test } from 'vitest';
import { settled } from './settled.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

test('the search is loaded when a reader turns to it, and not before', async () => {
  const page = await browser.open('small', '/articles/nightly-copies/');
  await settled(page);
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => !name.endsWith('/favicon.svg'))).toEqual([]);
  await Promise.all([page.waitForRequest(/\/_astro\/search-panel\..+\.js$/), page.keyboard.press('/')]);
});
