import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CLIPBOARD, copiedBy } from './clipboard.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const browser = useBrowser();

describe('a reader of our own articles', () => {
  test('finds half a command from any page, and gets to its step and back', async () => {
    const page = await browser.open('own', '/tags/');
    await page.keyboard.press('/');
    await page.keyboard.type('--raid 1');
    const dialog = page.getByRole('dialog');
    await found(dialog, /command/);
    expect(await rowsOf(dialog).first().innerText()).toContain('glusterfs-volgen --name store1 --raid 1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/articles\/.*#step-\w+$/);
    const step = page.locator(':target');
    expect(await step.textContent()).toContain('--raid 1');
    await expect.poll(() => step.evaluate(isInView)).toBe(true);
    await page.goBack();
    await expect.poll(() => fieldOf(page.getByRole('dialog')).inputValue()).toBe('--raid 1');
  });

  test('copies it from a shared page of results', async () => {
    const page = await browser.open('own', '/search/?q=--raid%201', CLIPBOARD);
    const main = page.getByRole('main');
    await found(main, /command/);
    expect(await fieldOf(main).inputValue()).toBe('--raid 1');
    expect(
      await copiedBy(page, () => main.getByRole('button', { name: 'Copy this command' }).first().click()),
    ).toMatch(/^glusterfs-volgen --name store1 --raid 1 \S+ \S+$/);
  });
});

describe.each(['own', 'olemskoi'] as const)('on "%s"', (site) => {
  test.each(['--raid 1', '/etc/glusterfs/glusterfsd.vol', 'iptables -F'])(
    'the example %s on the home page finds something',
    async (query) => {
      const page = await browser.open(site, '/');
      await page.getByRole('main').getByRole('link', { name: query, exact: true }).click();
      await found(page.getByRole('main'), /[1-9]/);
      expect(await rowsOf(page.getByRole('main')).count()).toBeGreaterThan(0);
    },
  );
});

describe('across languages', () => {
  test('a Russian site finds an English article, with messages in Russian', async () => {
    const page = await browser.open('olemskoi', '/search/?q=Sheepdog');
    await found(page.getByRole('main'), /1 статья/);
    const title = page.getByRole('option').getByText('FUDCon 2011: Day One');
    expect(await title.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('en');
  });

  test('an English site finds a Russian article', async () => {
    const page = await browser.open('small', `/search/?q=${encodeURIComponent('проверить')}`);
    await found(page.getByRole('main'), /1 article/);
    await page.locator('.article', { hasText: 'rsync: сначала проверить, потом копировать' }).click();
    await page.waitForURL(new RegExp(`^${addressOf('small', '/articles/rsync-po-shagam/')}`));
  });
});

test('a draft is not found', async () => {
  const page = await browser.open('small', '/search/?q=snapshots');
  await found(page.getByRole('main'), /./);
  expect(await page.getByRole('main').innerText()).not.toContain('A draft about snapshots');
});

/** Waits until a screen reader hears about the results. */
async function found(where: Locator, expected: RegExp): Promise<void> {
  await where.getByRole('status').filter({ hasText: expected }).first().waitFor();
}

function fieldOf(where: Locator): Locator {
  return where.locator('input[type=search]');
}

function rowsOf(where: Locator): Locator {
  return where.getByRole('listbox').getByRole('option');
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
