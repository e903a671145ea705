import { expect, test } from 'vitest';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();

/** A sheet of A4 with usual margins, in pixels. */
const SHEET = { viewport: { width: 680, height: 1000 } };

test('a page on paper says where it is from', async () => {
  const page = await browser.open('small', '/articles/replace-a-disk/', SHEET);
  expect(await page.getByText('Printed from').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(
    await page.getByText('Printed from https://example.test/notes/articles/replace-a-disk/').isVisible(),
  ).toBe(true);
});

test('commands on paper have their prompts, hosts and warnings', async () => {
  const page = await browser.open('small', '/articles/replace-a-disk/', SHEET);
  await page.emulateMedia({ media: 'print' });
  const block = page.getByRole('figure').filter({ hasText: 'mkfs.ext4' });
  expect(await block.locator('pre').innerText()).toContain('[root@store1 ~]# mkfs.ext4 -L data {{disk}}1');
  for (const text of ['store1', '# root', 'Destroys data']) {
    expect(await block.getByText(text, { exact: false }).first().isVisible()).toBe(true);
  }
});

test('dark is for screens: paper is black on white, whoever chose dark', async () => {
  for (const choose of [true, false]) {
    const page = await browser.open('small', '/articles/replace-a-disk/', { ...SHEET, colorScheme: 'dark' });
    if (choose) await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    await page.emulateMedia({ media: 'print', colorScheme: choose ? 'light' : 'dark' });
    const bright = await page.locator('main *').evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => getComputedStyle(element).color)
        .filter(
          (color) =>
            color
              .match(/\d+/g)!
              .slice(0, 3)
              .reduce((sum, n) => sum + Number(n), 0) >
            3 * 150,
        ),
    );
    expect([...new Set(bright)]).toEqual([]);
  }
});
