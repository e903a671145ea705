import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from './settled.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

test('an article is two requests besides its icon until its reader does something, and the search only loads on demand', async () => {
  const page = await browser.open('small', '/articles/nightly-copies/');
  const script = expect.stringMatching(/\/_astro\/Base\..+\.js$/) as string;
  expect(await loadedBy(page)).toEqual([script]);
  await settled(page);
  expect(await loadedBy(page)).toEqual([script, expect.stringMatching(/\/_astro\/on-demand\..+\.js$/)]);
  await Promise.all([page.waitForRequest(/\/_astro\/search-panel\..+\.js$/), page.keyboard.press('/')]);
});

/** Everything that a page has loaded except its icon. */
async function loadedBy(page: Page): Promise<string[]> {
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return loaded.filter((name) => !name.endsWith('/favicon.svg'));
}
