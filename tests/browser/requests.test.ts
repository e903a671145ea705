import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from './settled.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

test('an article is one request besides its icon until its reader does something, and the search waits until it is wanted', async () => {
  const page = await browser.open('small', '/articles/nightly-copies/');
  expect(await loadedBy(page)).toEqual([]);
  await settled(page);
  expect(await loadedBy(page)).toEqual([expect.stringMatching(/\/_astro\/on-demand\..+\.js$/)]);
  await Promise.all([page.waitForRequest(/\/_astro\/search-panel\..+\.js$/), page.keyboard.press('/')]);
});

/** What a page has loaded, besides its icon. */
async function loadedBy(page: Page): Promise<string[]> {
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return loaded.filter((name) => !name.endsWith('/favicon.svg'));
}
