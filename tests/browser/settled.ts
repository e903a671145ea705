import type { Page } from 'playwright-core';

/**
 * Has a reader be there, and waits until a page's own elements have started, a search has its answer, and what they changed has
 * been drawn.
 */
export async function settled(page: Page): Promise<void> {
  // A page fetches a part of its script with its reader's first act.
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
