import type { Page } from 'playwright-core';

/**
 * Acts as a reader, then waits until the page's own elements have started, a search has its answer, and their changes
 * have been drawn.
 */
export async function settled(page: Page): Promise<void> {
  // A page fetches part of its script when its reader first does something.
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => document.querySelector(':not(:defined)') === null);
  if (page.url().includes('?q='))
    await page.getByRole('main').getByRole('status').filter({ hasText: /\d/ }).waitFor();
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}
