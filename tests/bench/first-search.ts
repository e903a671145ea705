import type { Browser } from 'playwright-core';
import type { CompressedServer } from './serve-compressed.ts';

/** What a first search loads. */
export interface FirstSearch {
  query: string;
  /** After the page itself. */
  requests: number;
  bytes: number;
}

/** Searches for the first example of the home page as a reader would: types it into the field, letter by letter. */
export async function firstSearch(
  browser: Browser,
  server: CompressedServer,
  base: string,
): Promise<FirstSearch> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.origin + base, { waitUntil: 'networkidle' });
    const query = await page.locator('.examples a').first().innerText();
    server.asked.length = 0;
    await page.getByRole('main').getByRole('searchbox').pressSequentially(query);
    await page.locator('.search-option').first().waitFor();
    await page.waitForLoadState('networkidle');
    const paths = [...server.asked];
    const bytes = paths.reduce((sum, path) => sum + server.answer(path).body.length, 0);
    return { query, requests: paths.length, bytes };
  } finally {
    await context.close();
  }
}
