import { text } from 'node:stream/consumers';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CLIPBOARD, copiedBy } from './clipboard.ts';
import { addressOf, useBrowser } from './use-browser.ts';

const browser = useBrowser();

const GUIDE = '/articles/replace-a-disk/';

describe('a value that the reader fills in', () => {
  test('is in every command and copy, and leaves no trace when it is deleted', async () => {
    const page = await openGuide(CLIPBOARD);
    const block = page.getByRole('figure').filter({ hasText: 'mkfs.ext4' });
    await fieldOf(page, 'The new disk').fill('/dev/sdq');
    expect(await block.locator('pre').innerText()).toContain('mkfs.ext4 -L data /dev/sdq1');
    const copy = (): Promise<string> =>
      copiedBy(page, () => block.getByRole('button', { name: 'Copy this command' }).last().click());
    expect(await copy()).toBe('mkfs.ext4 -L data /dev/sdq1');
    await fieldOf(page, 'The new disk').fill('');
    expect(await copy()).toBe('mkfs.ext4 -L data {{disk}}1');
  });

  test('is selected by hand as shown', async () => {
    const page = await openGuide(CLIPBOARD);
    await fieldOf(page, 'Address of store2').fill('192.0.2.77');
    const listing = page.getByRole('figure').filter({ hasText: '/etc/hosts' }).locator('pre');
    await listing.evaluate((pre) => {
      getSelection()!.selectAllChildren(pre);
    });
    expect(await copiedBy(page, () => page.keyboard.press('Control+C'))).toBe('192.0.2.77 store2');
  });

  test.each(['192.0.2.7; reboot', '$(reboot)', "' or '", '192.0.2.7\n', 'x'])(
    'is refused with a message if it does not have the author’s form: %j',
    async (value) => {
      const page = await openGuide();
      const field = fieldOf(page, 'Address of store2');
      await field.evaluate((input: HTMLInputElement, typed) => {
        // A text field drops line breaks itself, which leaves a valid value.
        input.value = typed;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }, value);
      const refused = !value.endsWith('\n');
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe(String(refused));
      const listing = page.getByRole('figure').filter({ hasText: '/etc/hosts' }).locator('pre');
      expect(await listing.innerText()).toBe(refused ? '{{store2_ip}} store2' : '192.0.2.7 store2');
      const said = await field.evaluate((input) =>
        input
          .getAttribute('aria-describedby')!
          .split(' ')
          .map((id) => document.getElementById(id)!.textContent),
      );
      expect(said.join(' ').includes('Expected: ')).toBe(refused);
    },
  );

  test('can be filled in within a block', async () => {
    const page = await openGuide();
    await page.getByRole('figure').getByRole('link', { name: '{{disk}}' }).first().click();
    const field = page.getByRole('figure').getByRole('textbox', { name: 'The new disk' });
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('/dev/sdq');
    await page.keyboard.press('Enter');
    expect(await field.count()).toBe(0);
    expect(await page.getByRole('figure').getByRole('link', { name: '/dev/sdq' }).first().isVisible()).toBe(
      true,
    );
    await page.getByRole('figure').getByRole('link', { name: '/dev/sdq' }).first().click();
    await page.keyboard.type('/dev/sdr');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('figure').getByRole('link', { name: '/dev/sdq' }).count()).toBeGreaterThan(0);
  });

  test('keeps its field while the search is open', async () => {
    const page = await openGuide();
    await page.getByRole('figure').getByRole('link', { name: '{{disk}}' }).first().click();
    const field = page.getByRole('figure').getByRole('textbox', { name: 'The new disk' });
    await field.fill('/dev/sd');
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('q');
    expect(await field.inputValue()).toBe('/dev/sdq');
  });

  test('lasts for the page and tab, or in this browser if the reader asks for that', async () => {
    const page = await openGuide();
    await fieldOf(page, 'The new disk').fill('/dev/sdq');
    await page.reload();
    await page.getByText('Fill in your values').click();
    await expect.poll(() => fieldOf(page, 'The new disk').inputValue()).toBe('/dev/sdq');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('sdq');
    const keep = page.getByRole('checkbox', { name: /Keep my values/ });
    await keep.check();
    await page.goto(addressOf('small', '/about/'));
    await page.goto(addressOf('small', GUIDE));
    await page.getByText('Fill in your values').click();
    await expect.poll(() => fieldOf(page, 'The new disk').inputValue()).toBe('/dev/sdq');
    await keep.uncheck();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('sdq');
  });

  test('is quoted in the downloaded script', async () => {
    const page = await openGuide({ acceptDownloads: true });
    await fieldOf(page, 'The new disk').fill('/dev/sdq');
    const arrives = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Script for store1' }).click();
    const script = await text(await (await arrives).createReadStream());
    expect(script).toMatch(/^disk='\/dev\/sdq'$/m);
    expect(script).toMatch(/^store2_ip=\$\{store2_ip:-\}$/m);
  });
});

/** Opens the guide and unfolds its fields. */
async function openGuide(options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.open('small', GUIDE, options);
  await page.getByText('Fill in your values').click();
  // Their script arrives when the reader first does something.
  await page.waitForFunction(() => document.querySelector('placeholder-panel input')!.ariaInvalid !== null);
  return page;
}

function fieldOf(page: Page, label: string): Locator {
  return page.getByRole('group', { name: 'Values to fill in' }).getByRole('textbox', { name: label });
}
