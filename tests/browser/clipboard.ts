import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What lies on the clipboard before something is copied. */
const NOTHING = 'nothing has been copied yet';

/** What a page needs to look at the clipboard. */
export const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Does something that copies, and gives what lies on the clipboard then. */
export async function copiedBy(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), NOTHING);
  await act();
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe(NOTHING);
  return read();
}

/** What a reader gets who pastes: for a page that may not look at the clipboard. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    document.body.prepend(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  return page.locator('#paste-here').inputValue();
}
