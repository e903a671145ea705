import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The clipboard's content before something is copied. */
const NOTHING = 'nothing has been copied yet';

/** The permissions that a page needs to read the clipboard. */
export const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Does something that copies, and returns the clipboard's content afterwards. */
export async function copiedBy(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), NOTHING);
  await act();
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read, { interval: 5 }).not.toBe(NOTHING);
  return read();
}

/** What a reader gets by pasting, for a page that may not read the clipboard. */
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
