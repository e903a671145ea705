import { describe, expect, test } from 'vitest';
import { pasted } from './clipboard.ts';
import { useBrowser } from './use-browser.ts';

const browser = useBrowser();
const WITHOUT = { javaScriptEnabled: false };
const PHONE = { viewport: { width: 360, height: 740 } };

describe('without JavaScript', () => {
  test('a command is drawn with its prompt, and selected without it', async () => {
    const page = await browser.open('small', '/articles/nftables-basics/', WITHOUT);
    const block = page.locator('pre', { hasText: '--check' });
    expect(await block.textContent()).toBe(
      '# nft --check --file /etc/nftables.conf\n# nft --file /etc/nftables.conf',
    );
    await block.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await block.locator('code').boundingBox())!;
    await page.mouse.click(x - 4, y + 2);
    await page.keyboard.down('Shift');
    await page.mouse.click(x + width - 2, y + height - 2);
    await page.keyboard.up('Shift');
    await page.keyboard.press('Control+C');
    const reader = await browser.open('small', '/about/');
    expect(await pasted(reader)).toBe('nft --check --file /etc/nftables.conf\nnft --file /etc/nftables.conf');
  });

  test('each command has a link to itself, which shows when the pointer is at its block', async () => {
    const page = await browser.open('small', '/articles/nftables-basics/', WITHOUT);
    const step = page.locator('.step', { hasText: '--check' });
    const link = step.getByRole('link', { name: 'Link to this command' });
    const opacity = () => link.evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe('0');
    await step.hover();
    expect(await opacity()).toBe('1');
    await link.click();
    expect(new URL(page.url()).hash).toBe(`#${await step.getAttribute('id')}`);
  });

  test('the table of contents opens and closes', async () => {
    const page = await browser.open('small', '/articles/replace-a-disk/', { ...WITHOUT, ...PHONE });
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const link = contents.getByRole('link', { name: 'Copy the files' });
    expect(await link.isVisible()).toBe(false);
    await contents.getByText('On this page').click();
    expect(await link.isVisible()).toBe(true);
    await contents.getByText('On this page').click();
    expect(await link.isVisible()).toBe(false);
  });

  test('the table of contents is open where there is room for it', async () => {
    const page = await browser.open('small', '/articles/replace-a-disk/', WITHOUT);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    expect(await contents.getByRole('link', { name: 'Copy the files' }).isVisible()).toBe(true);
  });

  test('a search leads to a page that says what to do instead', async () => {
    const page = await browser.open('small', '/', WITHOUT);
    await page.getByRole('main').getByRole('searchbox').fill('nft');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=nft$/);
    expect(await page.getByRole('main').innerText()).toContain('The search needs JavaScript');
    expect(await page.getByRole('main').getByRole('link', { name: 'Tags' }).isVisible()).toBe(true);
  });

  test('an old address leads on', async () => {
    const page = await browser.open('small', '/iptables/', WITHOUT);
    await page.waitForURL(/\/articles\/iptables-basics\/$/);
  });
});
