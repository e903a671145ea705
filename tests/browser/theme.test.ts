import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { settled } from './settled.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const browser = useBrowser();

describe('the theme', () => {
  test('is the one that the system asks for, as long as nobody chooses', async () => {
    const page = await browser.open('small', '/', { colorScheme: 'dark' });
    expect(await looksDark(page)).toBe(true);
    expect(await switchOf(page).inputValue()).toBe('');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await looksDark(page)).toBe(false);
  });

  test('can be chosen, is kept on other pages, and can be left to the system again', async () => {
    const page = await browser.open('small', '/', { colorScheme: 'light' });
    await switchOf(page).selectOption('Dark');
    expect(await looksDark(page)).toBe(true);
    await page.goto(addressOf('small', '/articles/replace-a-disk/'));
    expect(await looksDark(page)).toBe(true);
    expect(await switchOf(page).inputValue()).toBe('dark');
    await switchOf(page).selectOption('Auto');
    expect(await looksDark(page)).toBe(false);
    await page.reload();
    expect(await looksDark(page)).toBe(false);
  });

  test('light can be chosen where the system is dark', async () => {
    const page = await browser.open('small', '/', { colorScheme: 'dark' });
    await switchOf(page).selectOption('Light');
    expect(await looksDark(page)).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });

  test('has the same colours, whoever chose it', async () => {
    for (const [system, choice] of [
      ['dark', 'Dark'],
      ['light', 'Light'],
    ] as const) {
      const page = await browser.open('small', '/articles/replace-a-disk/', { colorScheme: system });
      // Else it would mark the section that is read in between.
      await settled(page);
      const bySystem = await colours(page);
      await page.emulateMedia({ colorScheme: system === 'dark' ? 'light' : 'dark' });
      expect(await colours(page)).not.toEqual(bySystem);
      await switchOf(page).selectOption(choice);
      expect(await colours(page)).toEqual(bySystem);
    }
  });

  test('that was chosen is there before anything is drawn', async () => {
    const page = await browser.newPage({ colorScheme: 'light' });
    await page.addInitScript(() => {
      const look = (): void => {
        if (document.body as HTMLElement | null)
          document.title = String(document.documentElement.dataset['theme']);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(addressOf('small', '/'));
    await switchOf(page).selectOption('Dark');
    await page.reload();
    await expect.poll(() => page.title()).toBe('dark');
  });

  test('is chosen for this page alone where storage is closed to it', async () => {
    const page = await browser.newPage({ colorScheme: 'light' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await page.goto(addressOf('small', '/'));
    await switchOf(page).selectOption('Dark');
    expect(await looksDark(page)).toBe(true);
    expect(errors).toEqual([]);
  });

  test('is the system’s where what was kept is no theme', async () => {
    const page = await browser.open('small', '/', { colorScheme: 'dark' });
    await page.evaluate(() => {
      localStorage.setItem('theme', 'purple');
    });
    await page.reload();
    expect(await looksDark(page)).toBe(true);
    expect(await switchOf(page).inputValue()).toBe('');
  });
});

describe('a command', () => {
  test('of root has a prompt of another colour, and what destroys data is underlined', async () => {
    const page = await browser.open('small', '/articles/replace-a-disk/');
    const prompt = (text: string): Promise<string> =>
      page
        .locator('.prompt', { hasText: text })
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    expect(await prompt('#')).not.toBe(await prompt('$'));
    const line = (text: string): Promise<string> =>
      page
        .locator('.command', { hasText: text })
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationLine);
    expect(await line('mkfs.ext4')).toBe('underline');
    expect(await line('lsblk')).toBe('none');
  });
});

function switchOf(page: Page) {
  return page.getByRole('contentinfo').getByRole('combobox', { name: 'Theme' });
}

/** Whether the text is lighter than what it stands on. */
function looksDark(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    const brightness = (value: string): number =>
      value
        .match(/\d+/g)!
        .slice(0, 3)
        .reduce((sum, n) => sum + Number(n), 0);
    return brightness(color) > brightness(backgroundColor);
  });
}

/** The colours of all that is on a page. */
function colours(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body, body *')].map((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return [color, backgroundColor, borderTopColor].join(' ');
    }),
  );
}
