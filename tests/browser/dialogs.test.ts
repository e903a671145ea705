import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { settled } from './settled.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

const PHONE = { viewport: { width: 360, height: 740 } };

describe('the keys', () => {
  test.each([
    ['small', 'Keyboard shortcuts', 'Close'],
    ['olemskoi', 'Клавиши', 'Закрыть'],
  ] as const)(
    'are listed on "%s" in a dialog that ? opens, and Escape and its button close',
    async (site, title, close) => {
      const page = await browser.open(site, '/articles/', PHONE);
      const dialog = page.getByRole('dialog', { name: title });
      await page.keyboard.press('?');
      await dialog.waitFor();
      for (const key of ['/', 'Ctrl+K', 'Esc', '?'])
        expect(await dialog.getByText(key, { exact: true }).isVisible()).toBe(true);
      expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(false);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
      await page.keyboard.press('?');
      await dialog.getByRole('button', { name: close }).click();
      await expect.poll(() => dialog.count()).toBe(0);
    },
  );

  test('are not listed for somebody who types a question mark', async () => {
    const page = await browser.open('small', '/');
    const field = page.locator('#home-search');
    await field.focus();
    await page.keyboard.press('?');
    expect(await field.inputValue()).toBe('?');
    expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).count()).toBe(0);
  });
});

describe('a picture', () => {
  test('can be enlarged with the keyboard, shows its caption, and returns the focus', async () => {
    const page = await browser.open('small', '/articles/copy-times/');
    await settled(page);
    const button = page.getByRole('button', { name: /^Enlarge/ }).first();
    const { width } = (await button.getByRole('img').boundingBox())!;
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const picture = dialog.getByRole('img');
    expect((await picture.boundingBox())!.width).toBeGreaterThan(2 * width);
    expect(await dialog.getAttribute('aria-label')).toBe(await picture.getAttribute('alt'));
    expect(await dialog.getByText('Time for 1 GB at 1 Gbit/s').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('is larger than a phone’s screen, and its button stays while the picture is moved', async () => {
    const page = await browser.open('small', '/articles/copy-times/', { ...PHONE, hasTouch: true });
    await settled(page);
    await page
      .getByRole('button', { name: /^Enlarge/ })
      .first()
      .tap();
    const dialog = page.getByRole('dialog');
    expect((await dialog.getByRole('img').boundingBox())!.width).toBeGreaterThan(PHONE.viewport.width);
    await dialog.evaluate((element) => {
      element.scrollTo(element.scrollWidth, element.scrollHeight);
    });
    expect(await isWhole(page, 'Close')).toBe(true);
    await dialog.getByRole('button', { name: 'Close' }).tap();
    await expect.poll(() => dialog.count()).toBe(0);
  });
});

/** Whether a button is completely in the window. */
async function isWhole(page: Page, name: string): Promise<boolean> {
  const { x, y, width, height } = (await page.getByRole('button', { name }).boundingBox())!;
  const { width: right, height: bottom } = page.viewportSize()!;
  return x >= 0 && y >= 0 && x + width <= right && y + height <= bottom;
}
